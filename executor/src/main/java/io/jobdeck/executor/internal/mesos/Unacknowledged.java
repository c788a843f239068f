package io.jobdeck.executor.internal.mesos;

import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an agent that restarts might not know: tasks of which it has acknowledged no update yet, and updates not
 * acknowledged, in the order they were made. Not thread-safe.
 */
final class Unacknowledged {

    private final Map<String, JsonObject> tasks = new LinkedHashMap<>();
    private final Map<UUID, StatusUpdate> updates = new LinkedHashMap<>();
    private final Set<UUID> sent = new HashSet<>();

    void addTask(String taskId, JsonObject info) {
        tasks.put(taskId, info);
    }

    void addUpdate(StatusUpdate update) {
        updates.put(update.uuid(), update);
    }

    /** Forgets an update that the agent has stored. One that is not known here is none of this executor's business. */
    void acknowledge(String taskId, UUID uuid) {
        tasks.remove(taskId);
        forget(uuid);
    }

    /** Forgets an update that the agent will never take. */
    void forget(UUID uuid) {
        updates.remove(uuid);
        sent.remove(uuid);
    }

    /** Returns the oldest update that has not been sent on the present connection. */
    Optional<StatusUpdate> nextToSend() {
        return updates.values().stream().filter(update -> !sent.contains(update.uuid())).findFirst();
    }

    void markSent(StatusUpdate update) {
        if (updates.containsKey(update.uuid())) {
            sent.add(update.uuid());
        }
    }

    /** Counts all updates as sent, because the SUBSCRIBE that is being made carries them. */
    void markAllSent() {
        sent.addAll(updates.keySet());
    }

    /** Counts no update as sent, because the connection that may have carried them is gone. */
    void markNoneSent() {
        sent.clear();
    }

    Collection<JsonObject> tasks() {
        return List.copyOf(tasks.values());
    }

    Collection<StatusUpdate> updates() {
        return List.copyOf(updates.values());
    }

    boolean hasUpdates() {
        return !updates.isEmpty();
    }
}
