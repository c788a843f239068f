package io.jobdeck.scheduler.embedded.master;

import io.jobdeck.scheduler.threads.NamedThreads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns the master's state. */
final class MasterLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MasterLoop.class);
    private static final long CLOSE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor thread;

    MasterLoop(String name) {
        thread = new ScheduledThreadPoolExecutor(1, new NamedThreads(name));
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    /** Runs an action soon, after those given before; dropped once the loop is closed. */
    void run(Runnable action) {
        try {
            thread.execute(guarded(action));
        } catch (RejectedExecutionException closed) {
            LOG.debug("The master is closed; an event is dropped");
        }
    }

    /**
     * Runs an action and waits for its result.
     *
     * @throws IllegalStateException if the loop is closed or the action fails
     */
    <T> T call(Callable<T> action) {
        try {
            return thread.submit(action).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the embedded master", e);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("The embedded master is closed", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The embedded master failed: " + e.getCause().getMessage(), e.getCause());
        }
    }

    /** Runs an action once after a while; never if the loop is closed before. */
    Future<?> after(Duration delay, Runnable action) {
        return unlessClosed(() -> thread.schedule(guarded(action), delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Runs an action again and again, for the first time after one interval, until the loop is closed. */
    Future<?> every(Duration interval, Runnable action) {
        return unlessClosed(() -> thread.scheduleAtFixedRate(
                guarded(action), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS));
    }

    private static Future<?> unlessClosed(Supplier<Future<?>> timer) {
        try {
            return timer.get();
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(null);
        }
    }

    /** One failing event must not end the master, which would strand every task. */
    private static Runnable guarded(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RuntimeException failure) {
                LOG.error("The embedded master failed at one event and goes on", failure);
            }
        };
    }

    /** Runs what has been given and ends the thread. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
