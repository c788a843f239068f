package io.jobdeck.executor.internal.mesos;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an agent tells an executor (Mesos' {@code v1.executor.Event}). */
sealed interface AgentEvent {

    /** The executor is subscribed, for the first time or again. */
    record Subscribed(String agentId, String agentHost) implements AgentEvent {
    }

    /** A task to run; {@code info} is the TaskInfo as the agent sent it. */
    record Launch(String taskId, byte[] data, JsonObject info) implements AgentEvent {
    }

    /** Tasks that are to run or fail together. */
    record LaunchGroup(List<String> taskIds) implements AgentEvent {
    }

    /** A task is to stop, within the grace period given if there is one. */
    record Kill(String taskId, Optional<Duration> gracePeriod) implements AgentEvent {
    }

    /** The agent has stored an update. */
    record Acknowledged(String taskId, UUID uuid) implements AgentEvent {
    }

    /** Bytes from the scheduler. */
    record Message(byte[] data) implements AgentEvent {
    }

    /** The executor is to stop its tasks and end. */
    record Shutdown() implements AgentEvent {
    }

    /** The agent will have nothing to do with this executor any more. */
    record Failure(String message) implements AgentEvent {
    }

    /** Nothing to do: a heartbeat, or a kind of event that this executor does not know. */
    record Ignored(String type) implements AgentEvent {
    }
}
