package io.jobdeck.scheduler.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** A loop that a test runs by hand, with a clock that only the test moves. */
final class ManualLoop implements Loop {

    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /** Returns the loop of whoever leads next: it begins with nothing, at the same time. */
    ManualLoop successor() {
        ManualLoop next = new ManualLoop();
        next.now = now;
        return next;
    }

    @Override
    public void post(Runnable work) {
        queue.add(work);
    }

    @Override
    public void after(Duration delay, Runnable work) {
        timers.add(new Timer(now.plus(delay), work));
    }

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException("the loop's clock has one zone");
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** Runs all that is posted, and {@code afterBatch} behind it, until nothing is left. */
    void run(Runnable afterBatch) {
        do {
            for (Runnable work = queue.poll(); work != null; work = queue.poll()) {
                work.run();
            }
            afterBatch.run();
        } while (!queue.isEmpty());
    }

    /** Lets time pass, timer by timer. */
    void pass(Duration time, Runnable afterBatch) {
        Instant until = now.plus(time);
        for (Timer next = next(until); next != null; next = next(until)) {
            timers.remove(next);
            now = next.due();
            next.work().run();
            run(afterBatch);
        }
        now = until;
    }

    private Timer next(Instant until) {
        return timers.stream()
                .filter(timer -> !timer.due().isAfter(until))
                .min(Comparator.comparing(Timer::due))
                .orElse(null);
    }

    private record Timer(Instant due, Runnable work) { }
}
