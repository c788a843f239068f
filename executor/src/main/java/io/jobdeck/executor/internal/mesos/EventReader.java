package io.jobdeck.executor.internal.mesos;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the JSON of an agent's events. Members that are not needed may be missing or unknown. */
final class EventReader {

    private static final int UUID_BYTES = 16;

    private EventReader() {
    }

    /**
     * Reads one event.
     *
     * @throws IllegalArgumentException if the record is no event, or one without what it must have
     */
    static AgentEvent read(byte[] record) {
        try {
            return event(JsonParser.parseString(new String(record, StandardCharsets.UTF_8)).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NullPointerException e) {
            throw new IllegalArgumentException("event cannot be read: " + e.getMessage(), e);
        }
    }

    private static AgentEvent event(JsonObject event) {
        String type = event.get("type").getAsString();
        return switch (type) {
            case "SUBSCRIBED" -> subscribed(event.getAsJsonObject("subscribed"));
            case "LAUNCH" -> launch(event.getAsJsonObject("launch").getAsJsonObject("task"));
            case "LAUNCH_GROUP" -> launchGroup(event.getAsJsonObject("launch_group").getAsJsonObject("task_group"));
            case "KILL" -> kill(event.getAsJsonObject("kill"));
            case "ACKNOWLEDGED" -> acknowledged(event.getAsJsonObject("acknowledged"));
            case "MESSAGE" -> new AgentEvent.Message(bytes(event.getAsJsonObject("message").get("data")));
            case "SHUTDOWN" -> new AgentEvent.Shutdown();
            case "ERROR" -> new AgentEvent.Failure(event.getAsJsonObject("error").get("message").getAsString());
            default -> new AgentEvent.Ignored(type);
        };
    }

    private static AgentEvent subscribed(JsonObject subscribed) {
        JsonObject agent = subscribed.getAsJsonObject("agent_info");
        return new AgentEvent.Subscribed(value(agent, "id"), agent.get("hostname").getAsString());
    }

    private static AgentEvent launch(JsonObject task) {
        return new AgentEvent.Launch(value(task, "task_id"), bytes(task.get("data")), task);
    }

    private static AgentEvent launchGroup(JsonObject group) {
        List<String> ids = new ArrayList<>();
        for (JsonElement task : group.getAsJsonArray("tasks")) {
            ids.add(value(task.getAsJsonObject(), "task_id"));
        }
        return new AgentEvent.LaunchGroup(List.copyOf(ids));
    }

    private static AgentEvent kill(JsonObject kill) {
        return new AgentEvent.Kill(value(kill, "task_id"), Optional.ofNullable(kill.getAsJsonObject("kill_policy"))
                .map(policy -> policy.getAsJsonObject("grace_period"))
                .map(period -> Duration.ofNanos(period.get("nanoseconds").getAsLong())));
    }

    private static AgentEvent acknowledged(JsonObject acknowledged) {
        byte[] uuid = bytes(acknowledged.get("uuid"));
        if (uuid.length != UUID_BYTES) {
            throw new IllegalArgumentException("uuid of %d bytes, expected %d".formatted(uuid.length, UUID_BYTES));
        }
        ByteBuffer halves = ByteBuffer.wrap(uuid);
        return new AgentEvent.Acknowledged(
                value(acknowledged, "task_id"), new UUID(halves.getLong(), halves.getLong()));
    }

    private static String value(JsonObject owner, String id) {
        return owner.getAsJsonObject(id).get("value").getAsString();
    }

    private static byte[] bytes(JsonElement base64) {
        return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64.getAsString());
    }
}
