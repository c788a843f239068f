package io.jobdeck.scheduler.mesos;

import java.time.Duration;

/** Does something later. Tests put one in its place that they can turn by hand. */
public interface DriverTimer extends AutoCloseable {

    /**
     * Runs {@code action} once, after {@code delay}, on a thread of the timer.
     *
     * @return makes it not run, unless it has begun
     */
    Alarm after(Duration delay, Runnable action);

    /** Drops all that is still to be run. */
    @Override
    void close();

    /** One thing that is to be done later. */
    @FunctionalInterface
    interface Alarm {

        void cancel();
    }
}
