/** What Java's HTTP client leaves to its users: bounds on how long an answer is, and on how long nothing comes. */
package io.jobdeck.scheduler.net;
