package io.jobdeck.scheduler.scheduling;

/**
 * A job's entry in the ready queue.
 *
 * @param count runs that wait, at least 1
 * @param version version of the node
 */
record ReadyEntry(int count, int version) { }
