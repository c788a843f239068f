/** Measures how fast the scheduler is, with its real parts on simulated agents; run by profile {@code bench}. */
package io.jobdeck.scheduler.bench;
