package io.jobdeck.scheduler.mesos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.mesos.v1.scheduler.Mesos;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.apache.mesos.v1.scheduler.Scheduler;

/** Writes down what the driver calls, for a test to look at in order; may subscribe by itself. */
final class RecordingScheduler implements Scheduler, CallRejections {

    /** One callback. */
    sealed interface Callback permits Connected, Disconnected, Received, Rejected { }

    record Connected() implements Callback { }

    record Disconnected() implements Callback { }

    record Received(Event event) implements Callback { }

    record Rejected(Call call, int status, String reason) implements Callback { }

    private final BlockingQueue<Callback> callbacks = new LinkedBlockingQueue<>();
    private final List<String> threads = new ArrayList<>();
    private final Optional<Call> subscribe;

    private RecordingScheduler(Optional<Call> subscribe) {
        this.subscribe = subscribe;
    }

    static RecordingScheduler passive() {
        return new RecordingScheduler(Optional.empty());
    }

    static RecordingScheduler subscribingWith(Call subscribe) {
        return new RecordingScheduler(Optional.of(subscribe));
    }

    @Override
    public void connected(Mesos mesos) {
        note(new Connected());
        subscribe.ifPresent(mesos::send);
    }

    @Override
    public void disconnected(Mesos mesos) {
        note(new Disconnected());
    }

    @Override
    public void received(Mesos mesos, Event event) {
        note(new Received(event));
    }

    @Override
    public void rejected(Call call, int status, String reason) {
        note(new Rejected(call, status, reason));
    }

    private void note(Callback callback) {
        synchronized (threads) {
            threads.add(Thread.currentThread().getName());
        }
        callbacks.add(callback);
    }

    /** Returns the next callback, waiting for it. */
    Callback next() {
        try {
            Callback callback = callbacks.poll(10, TimeUnit.SECONDS);
            assertThat(callback).as("a callback within 10 seconds").isNotNull();
            return callback;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    <T extends Callback> T next(Class<T> kind) {
        Callback callback = next();
        assertThat(callback).isInstanceOf(kind);
        return kind.cast(callback);
    }

    Event nextEvent() {
        return next(Received.class).event();
    }

    boolean hasMore() {
        return !callbacks.isEmpty();
    }

    /** Returns the names of all threads that made callbacks. */
    List<String> threads() {
        synchronized (threads) {
            return threads.stream().distinct().toList();
        }
    }
}
