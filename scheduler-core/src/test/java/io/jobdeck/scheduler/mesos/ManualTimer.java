package io.jobdeck.scheduler.mesos;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes only when a test says so. */
final class ManualTimer implements DriverTimer {

    private record Waiting(Duration delay, Runnable action) { }

    private final List<Waiting> waiting = new ArrayList<>();
    private int set;

    @Override
    public synchronized Alarm after(Duration delay, Runnable action) {
        Waiting alarm = new Waiting(delay, action);
        waiting.add(alarm);
        set++;
        return () -> drop(alarm);
    }

    private synchronized void drop(Waiting alarm) {
        waiting.removeIf(each -> each == alarm);
    }

    @Override
    public synchronized void close() {
        waiting.clear();
    }

    /** Returns how many alarms were ever set. */
    synchronized int set() {
        return set;
    }

    /** Returns the delays of the alarms that are set now. */
    synchronized List<Duration> pending() {
        return waiting.stream().map(Waiting::delay).toList();
    }

    /** Waits until an alarm is set, lets the first one ring, and returns how long it would have taken. */
    Duration ringNext() {
        await().until(() -> !pending().isEmpty());
        Waiting next = takeNext();
        next.action().run();
        return next.delay();
    }

    private synchronized Waiting takeNext() {
        Waiting next = waiting.stream().min(Comparator.comparing(Waiting::delay)).orElseThrow();
        waiting.remove(next);
        return next;
    }
}
