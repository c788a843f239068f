package io.jobdeck.scheduler.mesos;

import io.jobdeck.scheduler.threads.NamedThreads;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns a driver's state and makes its callbacks. Actions given after the end are dropped. */
final class CallbackThread {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackThread.class);
    private static final Duration LONGEST_CALLBACK = Duration.ofSeconds(10);

    private final ThreadPoolExecutor executor;
    private volatile Thread thread;

    CallbackThread(String name) {
        NamedThreads threads = new NamedThreads(name);
        executor = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            thread = threads.newThread(work);
            return thread;
        });
    }

    void execute(Runnable action) {
        try {
            executor.execute(() -> runLogged(action));
        } catch (RejectedExecutionException e) {
            LOG.trace("The driver is closed", e);
        }
    }

    private static void runLogged(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("A callback of the Mesos driver failed", e);
        }
    }

    /** Ends the thread: a callback under way is interrupted and waited for, unless it is the one that calls this. */
    void end() {
        executor.shutdownNow();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            if (!executor.awaitTermination(LONGEST_CALLBACK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.error("A callback of the Mesos driver does not return; its thread is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
