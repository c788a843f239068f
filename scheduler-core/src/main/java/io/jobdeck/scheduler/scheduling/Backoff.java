package io.jobdeck.scheduler.scheduling;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an item that keeps failing is left alone before it is launched again.
 *
 * @param attempts failures in a row
 * @param notBefore when it may be launched again
 */
record Backoff(int attempts, Instant notBefore) {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;

    /** Returns the back-off after one more failure: 1 s, doubled with each failure in a row, at most 64 s. */
    static Backoff after(Backoff previous, Instant now) {
        int attempts = previous == null ? 1 : previous.attempts + 1;
        Duration delay = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return new Backoff(attempts, now.plus(delay));
    }
}
