package io.jobdeck.executor.internal.mesos;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One report on a task. Two updates are the same report if their uuids are equal.
 *
 * @param taskId the task
 * @param state its state now
 * @param message text for people, may be empty
 * @param data bytes for the scheduler, may be empty; not to be changed by anyone
 * @param uuid what the agent acknowledges the update by
 * @param at when the state was reached
 */
public record StatusUpdate(String taskId, UpdateState state, String message, byte[] data, UUID uuid, Instant at) {

    private static final byte[] NO_DATA = {};

    public StatusUpdate {
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(at, "at");
    }

    /** Returns a new report, made now. */
    public static StatusUpdate now(String taskId, UpdateState state, String message) {
        return now(taskId, state, message, NO_DATA);
    }

    /** Returns a new report with data for the scheduler, made now. */
    public static StatusUpdate now(String taskId, UpdateState state, String message, byte[] data) {
        return new StatusUpdate(taskId, state, message, data, UUID.randomUUID(), Instant.now());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatusUpdate update && uuid.equals(update.uuid);
    }

    @Override
    public int hashCode() {
        return uuid.hashCode();
    }

    @Override
    public String toString() {
        return "%s of %s (%s)".formatted(state, taskId, uuid);
    }
}
