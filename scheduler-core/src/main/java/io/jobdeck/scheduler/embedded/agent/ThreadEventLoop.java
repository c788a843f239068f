package io.jobdeck.scheduler.embedded.agent;

import io.jobdeck.scheduler.threads.NamedThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An event loop on a thread of its own. Events given after {@link #close} are dropped. */
final class ThreadEventLoop implements EventLoop, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadEventLoop.class);

    private final ScheduledThreadPoolExecutor thread;

    ThreadEventLoop(String threadName) {
        thread = new ScheduledThreadPoolExecutor(1, new NamedThreads(threadName),
                (event, executor) -> LOG.debug("agent is closed, an event is dropped"));
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void execute(Runnable event) {
        thread.execute(guarded(event));
    }

    @Override
    public Timer schedule(Duration delay, Runnable event) {
        ScheduledFuture<?> planned = thread.schedule(guarded(event), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> planned.cancel(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    /** Lets the running event end, drops the others, and returns once the thread has stopped. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("agent loop still runs 10 s after it was told to stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Runnable guarded(Runnable event) {
        return () -> {
            try {
                event.run();
            } catch (RuntimeException e) {
                LOG.error("agent could not handle an event", e);
            }
        };
    }
}
