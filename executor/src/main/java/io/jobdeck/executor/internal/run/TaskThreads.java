package io.jobdeck.executor.internal.run;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that run user code, as many as the limit says, and those that see to its end.
 *
 * <p>All are daemon threads: code that cannot be stopped does not keep the process alive.
 */
public final class TaskThreads implements AutoCloseable {

    private static final long IDLE_SECONDS = 60;

    private final ClassLoader loader;
    private final ThreadPoolExecutor pool;
    private final ExecutorService aside;
    private final ScheduledThreadPoolExecutor timer;

    /**
     * @param limit how many tasks may run at once, at least 1; more wait
     * @param loader context class loader of the threads
     */
    public TaskThreads(int limit, ClassLoader loader) {
        this.loader = loader;
        this.pool = new ThreadPoolExecutor(limit, limit, IDLE_SECONDS, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), named("jobdeck-task-"));
        pool.allowCoreThreadTimeOut(true);
        this.aside = Executors.newCachedThreadPool(named("jobdeck-task-stop-"));
        this.timer = new ScheduledThreadPoolExecutor(1, named("jobdeck-task-timer-"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs {@code code} when a thread is free. */
    void execute(Runnable code) {
        pool.execute(code);
    }

    /** Takes code back that has not begun yet. */
    void remove(Runnable code) {
        pool.remove(code);
    }

    /** Runs {@code action} at once, on a thread that no task runs on. */
    void aside(Runnable action) {
        aside.execute(action);
    }

    /** Runs a short action later. */
    Future<?> after(Duration delay, Runnable action) {
        return timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Adds a thread in place of one whose code cannot be stopped. */
    void replaceLost() {
        synchronized (pool) {
            pool.setMaximumPoolSize(pool.getMaximumPoolSize() + 1);
            pool.setCorePoolSize(pool.getCorePoolSize() + 1);
        }
    }

    /** Takes the added thread away, now that the code has stopped after all. */
    void lostCameBack() {
        synchronized (pool) {
            pool.setCorePoolSize(pool.getCorePoolSize() - 1);
            pool.setMaximumPoolSize(pool.getMaximumPoolSize() - 1);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        aside.shutdownNow();
        pool.shutdownNow();
    }

    private ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return code -> {
            Thread thread = new Thread(code, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        };
    }
}
