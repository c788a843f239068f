package io.jobdeck.executor.internal.mesos;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.UUID;

/** Writes the JSON of an executor's calls (Mesos' {@code v1.executor.Call}). */
final class CallWriter {

    private static final double NANOS_PER_SECOND = 1e9;

    private final String frameworkId;
    private final String executorId;

    CallWriter(String frameworkId, String executorId) {
        this.frameworkId = frameworkId;
        this.executorId = executorId;
    }

    /**
     * Returns a SUBSCRIBE.
     *
     * @param tasks TaskInfos of which the agent has acknowledged no update
     * @param updates updates that the agent has not acknowledged, oldest first
     */
    JsonObject subscribe(Collection<JsonObject> tasks, Collection<StatusUpdate> updates) {
        JsonObject subscribe = new JsonObject();
        if (!tasks.isEmpty()) {
            JsonArray array = new JsonArray();
            tasks.forEach(array::add);
            subscribe.add("unacknowledged_tasks", array);
        }
        if (!updates.isEmpty()) {
            JsonArray array = new JsonArray();
            updates.forEach(update -> array.add(object("status", status(update))));
            subscribe.add("unacknowledged_updates", array);
        }
        return call("SUBSCRIBE", "subscribe", subscribe);
    }

    /** Returns an UPDATE. */
    JsonObject update(StatusUpdate update) {
        return call("UPDATE", "update", object("status", status(update)));
    }

    private JsonObject call(String type, String member, JsonObject body) {
        JsonObject call = new JsonObject();
        call.add("executor_id", value(executorId));
        call.add("framework_id", value(frameworkId));
        call.addProperty("type", type);
        call.add(member, body);
        return call;
    }

    private JsonObject status(StatusUpdate update) {
        JsonObject status = new JsonObject();
        status.add("task_id", value(update.taskId()));
        status.addProperty("state", update.state().name());
        if (!update.message().isEmpty()) {
            status.addProperty("message", update.message());
        }
        status.addProperty("source", "SOURCE_EXECUTOR");
        if (update.data().length > 0) {
            status.addProperty("data", base64(update.data()));
        }
        status.add("executor_id", value(executorId));
        status.addProperty("uuid", base64(update.uuid()));
        status.addProperty("timestamp", seconds(update.at()));
        return status;
    }

    private static double seconds(Instant instant) {
        return instant.getEpochSecond() + instant.getNano() / NANOS_PER_SECOND;
    }

    private static String base64(UUID uuid) {
        return base64(ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static JsonObject value(String id) {
        JsonObject object = new JsonObject();
        object.addProperty("value", id);
        return object;
    }

    private static JsonObject object(String member, JsonElement element) {
        JsonObject object = new JsonObject();
        object.add(member, element);
        return object;
    }
}
