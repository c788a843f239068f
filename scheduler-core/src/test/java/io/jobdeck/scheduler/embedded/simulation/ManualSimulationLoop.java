package io.jobdeck.scheduler.embedded.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when it is told to. */
final class ManualSimulationLoop implements SimulationLoop {

    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparing(Timer::number));
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private long number;

    private record Timer(Instant due, long number, Runnable event) { }

    @Override
    public void execute(Runnable event) {
        event.run();
    }

    @Override
    public void schedule(Duration delay, Runnable event) {
        timers.add(new Timer(now.plus(delay), number++, event));
    }

    @Override
    public Instant now() {
        return now;
    }

    void pass(Duration time) {
        Instant end = now.plus(time);
        while (!timers.isEmpty() && !timers.peek().due().isAfter(end)) {
            Timer next = timers.poll();
            now = next.due();
            next.event().run();
        }
        now = end;
    }
}
