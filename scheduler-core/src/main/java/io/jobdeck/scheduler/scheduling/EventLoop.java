package io.jobdeck.scheduler.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread, one queue of work, and timers. Work that has piled up is taken together, and what must follow every change
 * is done once behind it.
 */
final class EventLoop implements Loop, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final int LARGEST_BATCH = 4096;

    private final LinkedBlockingQueue<Posted> queue = new LinkedBlockingQueue<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparing(Timer::due));
    private final Clock clock;
    private final Instruments instruments;
    private final Thread thread;
    private Runnable afterBatch = () -> { };
    private Consumer<Error> broken = error -> { };
    /** What the oldest event at work was posted at; 0 while nothing is done. */
    private volatile long atWorkSince;
    private volatile boolean closed;

    EventLoop(String name, Clock clock, Instruments instruments) {
        this.clock = clock;
        this.instruments = instruments;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /**
     * Starts the thread.
     *
     * @param afterBatch runs on it behind every batch of work
     * @param broken hears, on it, that an error has ended it
     */
    void start(Runnable afterBatch, Consumer<Error> broken) {
        this.afterBatch = afterBatch;
        this.broken = broken;
        thread.start();
    }

    @Override
    public void post(Runnable work) {
        queue.add(new Posted(work, System.nanoTime()));
    }

    /** Returns how long the oldest event has been waiting or worked on; zero while there is none. Safe on any thread. */
    Duration lag() {
        long atWork = atWorkSince;
        Posted waiting = queue.peek();
        if (atWork == 0 && waiting == null) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.max(0, System.nanoTime() - (atWork != 0 ? atWork : waiting.at())));
    }

    @Override
    public void after(Duration delay, Runnable work) {
        timers.add(new Timer(clock.instant().plus(delay), work));
    }

    @Override
    public Clock clock() {
        return clock;
    }

    /** Ends the thread once the piece of work it is at is done, and waits for that; queued work is dropped. */
    @Override
    public void close() {
        closed = true;
        post(() -> { });
        if (Thread.currentThread() == thread) {
            return;
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            work();
        } catch (Error error) {
            LOG.error("the scheduling loop has ended", error);
            broken.accept(error);
        }
    }

    private void work() {
        List<Posted> batch = new ArrayList<>();
        while (!closed) {
            try {
                awaitWork(batch);
            } catch (InterruptedException e) {
                LOG.debug("interrupted while waiting for work; only close() ends the loop");
            }
            measure(batch);
            batch.forEach(posted -> runOne(posted.work()));
            batch.clear();
            runDueTimers();
            runOne(afterBatch);
            atWorkSince = 0;
        }
    }

    private void measure(List<Posted> batch) {
        if (!batch.isEmpty()) {
            long oldest = batch.get(0).at();
            atWorkSince = oldest;
            instruments.batch(batch.size(), Duration.ofNanos(System.nanoTime() - oldest));
        }
    }

    private void awaitWork(List<Posted> batch) throws InterruptedException {
        Posted first = timers.isEmpty() ? queue.take() : queue.poll(untilNextTimer(), TimeUnit.NANOSECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, LARGEST_BATCH);
        }
    }

    private long untilNextTimer() {
        return Math.max(0, Duration.between(clock.instant(), timers.peek().due()).toNanos());
    }

    private void runDueTimers() {
        Instant now = clock.instant();
        while (!timers.isEmpty() && !timers.peek().due().isAfter(now)) {
            runOne(timers.poll().work());
        }
    }

    private void runOne(Runnable work) {
        if (closed) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            // One event that cannot be handled must not stop all scheduling (spec section 14.2).
            LOG.error("the scheduling loop could not handle an event; it goes on with the next one", e);
        }
    }

    private record Posted(Runnable work, long at) { }

    private record Timer(Instant due, Runnable work) { }
}
