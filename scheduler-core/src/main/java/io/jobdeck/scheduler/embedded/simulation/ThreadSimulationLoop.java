package io.jobdeck.scheduler.embedded.simulation;

import io.jobdeck.scheduler.threads.NamedThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Real time, on one daemon thread. Events given after {@link #close} are dropped. */
final class ThreadSimulationLoop implements SimulationLoop, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadSimulationLoop.class);
    private static final long CLOSE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1,
            new NamedThreads("simulated-agents"), (event, executor) -> LOG.debug("the simulation is over"));

    @Override
    public void execute(Runnable event) {
        thread.execute(guarded(event));
    }

    @Override
    public void schedule(Duration delay, Runnable event) {
        thread.schedule(guarded(event), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    private static Runnable guarded(Runnable event) {
        return () -> {
            try {
                event.run();
            } catch (RuntimeException e) {
                LOG.error("the simulation failed at one event and goes on", e);
            }
        };
    }

    /** Lets the running event end, drops the others, and returns once the thread has stopped. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the simulation still runs {} s after it was told to stop", CLOSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
