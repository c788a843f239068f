/**
 * The scheduling loop: one thread that owns offers, ready work, running tasks and pending kills, and converges the
 * cluster on what the registry says (DESIGN.md decisions 1 to 3). No other thread touches what is in here.
 */
package io.jobdeck.scheduler.scheduling;
