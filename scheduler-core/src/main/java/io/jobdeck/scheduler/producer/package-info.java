/** Fires the crons of transient jobs (spec section 5.1 and 5.2). */
package io.jobdeck.scheduler.producer;
