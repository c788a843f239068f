package io.jobdeck.scheduler.mesos;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The waits between attempts to connect: each up to twice as long as the one before, half of it random so that the
 * frameworks of a cluster do not all come back to a new master at once. Not thread-safe.
 */
public final class Backoff {

    private static final Duration USUAL_FIRST = Duration.ofMillis(250);
    private static final Duration USUAL_LONGEST = Duration.ofSeconds(30);

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;
    private Duration next;

    /**
     * @param first upper end of the first wait
     * @param longest upper end of every wait
     * @param random evenly spread over 0 (inclusive) to 1 (exclusive)
     */
    public Backoff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
        this.next = first;
    }

    /** From a quarter of a second to half a minute. */
    public static Backoff usual(DoubleSupplier random) {
        return new Backoff(USUAL_FIRST, USUAL_LONGEST, random);
    }

    /** Returns how long to wait now, between half of the present upper end and all of it. */
    public Duration next() {
        long half = next.toNanos() / 2;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofNanos(half + (long) (half * random.getAsDouble()));
    }

    /** The connection stands: the next wait is a first one. */
    public void reset() {
        next = first;
    }
}
