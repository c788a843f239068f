package io.jobdeck.scheduler.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down those who try passwords: after some wrong ones from one place, the next may come only after a pause that
 * doubles with each further one. Safe on any thread.
 */
final class FailureLimit {

    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration FORGET_AFTER = Duration.ofMinutes(15);
    private static final int MOST_ORIGINS = 10_000;

    private final LongSupplier nanoTime;
    private final Map<String, Failures> byOrigin = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_ORIGINS;
        }
    };

    FailureLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Returns how long the origin has to wait; zero or less if it need not. */
    synchronized Duration pause(String origin) {
        Failures failures = byOrigin.get(origin);
        return failures == null ? Duration.ZERO : Duration.ofNanos(failures.pauseEnd() - nanoTime.getAsLong());
    }

    synchronized void failed(String origin) {
        long now = nanoTime.getAsLong();
        Failures before = byOrigin.remove(origin);
        boolean first = before == null || now - before.pauseEnd() > FORGET_AFTER.toNanos();
        int count = first ? 1 : before.count() + 1;
        byOrigin.put(origin, new Failures(count, now + pauseAfter(count).toNanos()));
    }

    private static Duration pauseAfter(int failures) {
        return failures < FREE_FAILURES ? Duration.ZERO
                : FIRST_PAUSE.multipliedBy(1L << Math.min(failures - FREE_FAILURES, MOST_DOUBLINGS));
    }

    synchronized void succeeded(String origin) {
        byOrigin.remove(origin);
    }

    private record Failures(int count, long pauseEnd) { }
}
