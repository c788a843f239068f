package io.jobdeck.scheduler.scheduling;

import java.time.Clock;
import java.time.Duration;

/** The thread that owns the scheduling state, as those see it that run on it. */
interface Loop {

    /** Runs {@code work} on the loop's thread, behind all that was posted before. Safe on any thread. */
    void post(Runnable work);

    /** Runs {@code work} on the loop's thread once {@code delay} has passed. Only on the loop's thread. */
    void after(Duration delay, Runnable work);

    /** Returns the clock by which {@link #after} counts. */
    Clock clock();
}
