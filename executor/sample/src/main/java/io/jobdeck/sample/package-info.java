/** A small app to start from: a report job with one item per region, a daemon that watches prices, and a script. */
package io.jobdeck.sample;
