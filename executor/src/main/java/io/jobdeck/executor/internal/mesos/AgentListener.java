package io.jobdeck.executor.internal.mesos;

import java.time.Duration;
import java.util.Optional;

/** Does what the agent asks. Called on the session's one thread, so each call must return at once. */
public interface AgentListener {

    /**
     * A task is to run.
     *
     * @param taskId the task
     * @param data what the scheduler put into {@code TaskInfo.data}, may be empty
     */
    void launch(String taskId, byte[] data);

    /**
     * A task is to stop.
     *
     * @param taskId the task
     * @param gracePeriod how long it may take, if the agent says so
     */
    void kill(String taskId, Optional<Duration> gracePeriod);

    /** The scheduler has sent bytes to this executor. */
    void message(byte[] data);

    /** The executor is to stop its tasks and end. Called once at most. */
    void end(SessionEnd reason);
}
