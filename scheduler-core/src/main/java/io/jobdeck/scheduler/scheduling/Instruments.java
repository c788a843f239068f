package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskState;
import java.time.Duration;

/**
 * Takes what can be measured of scheduling. Every method is called where the work is done, mostly on the loop's thread, and
 * must return at once. By default nothing is measured.
 */
public interface Instruments {

    /** Measures nothing. */
    Instruments NONE = new Instruments() { };

    /**
     * The loop has taken a batch of events.
     *
     * @param events how many, at least 1
     * @param waited how long the oldest of them had waited
     */
    default void batch(int events, Duration waited) {
    }

    /**
     * A run has been launched: its offers were accepted.
     *
     * @param waited time since it was triggered or fired, or since the previous run of its job ended if that was later
     */
    default void launched(Duration waited) {
    }

    /** The end of a task has been recorded. */
    default void ended(TaskState state) {
    }

    /**
     * A cron has fired. Called on a thread of its own.
     *
     * @param late time since it was due
     */
    default void fired(Duration late) {
    }

    /** A cron was due while the process stood still, too long ago to fire it now. Called on a thread of its own. */
    default void missed() {
    }
}
