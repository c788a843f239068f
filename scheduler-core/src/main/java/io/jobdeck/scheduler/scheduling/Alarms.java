package io.jobdeck.scheduler.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks that are due at a time. One is set per name: whoever looks too early finds that and sets it again, so nothing is
 * ever taken back.
 */
final class Alarms {

    /** Clocks are set and times may be far away, so nobody sleeps longer than this. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Loop loop;
    private final Map<String, Instant> pending = new HashMap<>();

    Alarms(Loop loop) {
        this.loop = loop;
    }

    /** Runs {@code look} at that time or before it, unless something of that name is due earlier still. */
    void at(String name, Instant when, Runnable look) {
        Instant now = loop.clock().instant();
        Instant latest = now.plus(LONGEST);
        Instant due = when.isAfter(latest) ? latest : when;
        Instant other = pending.get(name);
        if (other != null && !other.isAfter(due)) {
            return;
        }
        pending.put(name, due);
        loop.after(due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO, () -> {
            if (pending.remove(name, due)) {
                look.run();
            }
        });
    }
}
