package io.jobdeck.scheduler.embedded.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** An event loop whose time passes only when a test says so. */
final class ManualEventLoop implements EventLoop {

    private record Planned(Instant due, long number, Runnable event) { }

    private final Queue<Runnable> events = new ArrayDeque<>();
    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparing(Planned::due).thenComparing(Planned::number));
    private Instant now = Instant.ofEpochSecond(1_000_000);
    private long number;

    @Override
    public void execute(Runnable event) {
        events.add(event);
    }

    @Override
    public Timer schedule(Duration delay, Runnable event) {
        Planned entry = new Planned(now.plus(delay), number++, event);
        planned.add(entry);
        return () -> planned.remove(entry);
    }

    @Override
    public Instant now() {
        return now;
    }

    /** Runs what waits. */
    void run() {
        while (!events.isEmpty()) {
            events.remove().run();
        }
    }

    /** Lets time pass, running what becomes due at its time. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        run();
        while (!planned.isEmpty() && !planned.peek().due().isAfter(end)) {
            Planned next = planned.remove();
            now = next.due();
            next.event().run();
            run();
        }
        now = end;
    }
}
