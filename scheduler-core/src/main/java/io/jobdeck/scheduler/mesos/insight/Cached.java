package io.jobdeck.scheduler.mesos.insight;

import io.jobdeck.scheduler.operations.OperationException;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A value that is fetched again once it is too old. While one thread fetches, the others wait for what it gets, so many who
 * ask at once are one question to the cluster; a failure is theirs too, for a moment.
 *
 * @param <T> the value
 */
final class Cached<T> {

    private final Duration lifetime;
    private final Duration failureLifetime;
    private final LongSupplier nanos;
    private final Supplier<T> fetch;
    private T value;
    private OperationException failure;
    private long fetchedAt;

    /**
     * @param nanos the clock, in nanoseconds
     * @param fetch gets the value; blocks
     */
    Cached(Duration lifetime, Duration failureLifetime, LongSupplier nanos, Supplier<T> fetch) {
        this.lifetime = lifetime;
        this.failureLifetime = failureLifetime;
        this.nanos = nanos;
        this.fetch = fetch;
    }

    synchronized T get() {
        if (isOld()) {
            renew();
        }
        if (failure != null) {
            throw OperationException.unavailable(failure.getMessage(), failure);
        }
        return value;
    }

    private boolean isOld() {
        if (value == null && failure == null) {
            return true;
        }
        Duration limit = failure == null ? lifetime : failureLifetime;
        return nanos.getAsLong() - fetchedAt >= limit.toNanos();
    }

    private void renew() {
        try {
            value = fetch.get();
            failure = null;
        } catch (OperationException e) {
            value = null;
            failure = e;
        }
        // Counted from the answer, so that a cluster that takes long is not asked without a pause.
        fetchedAt = nanos.getAsLong();
    }
}
