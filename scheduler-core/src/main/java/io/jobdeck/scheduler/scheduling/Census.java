package io.jobdeck.scheduler.scheduling;

import java.time.Duration;

/**
 * Counts of what the loop holds at one moment.
 *
 * @param readyJobs jobs in the ready queue
 * @param readyRuns runs in the ready queue; a job may have several
 * @param running tasks in flight
 * @param failover items in the failover queue
 * @param disabled jobs that are disabled, themselves or with their app
 * @param offers offers held
 * @param oldestOffer age of the oldest of them; zero if there is none
 * @param subscribed whether Mesos takes calls from this scheduler
 */
public record Census(int readyJobs, int readyRuns, int running, int failover, int disabled, int offers,
        Duration oldestOffer, boolean subscribed) {

    /** Of a scheduler that does not lead. */
    public static final Census EMPTY = new Census(0, 0, 0, 0, 0, 0, Duration.ZERO, false);
}
