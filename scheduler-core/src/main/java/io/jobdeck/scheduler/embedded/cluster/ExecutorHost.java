package io.jobdeck.scheduler.embedded.cluster;

import java.time.Duration;

/** Whatever runs the executors of an embedded cluster: an agent, or a simulation of many. */
public interface ExecutorHost extends AutoCloseable {

    /**
     * Ends all executors and tasks, and returns when they have ended and nothing is left to be told of them, at most a few
     * seconds after the grace period.
     */
    void stopExecutors(Duration gracePeriod);

    @Override
    void close();
}
