package io.jobdeck.executor.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A framework message that has daemon tasks of one executor fire once, now, whatever their crons say. It is JSON text, so
 * that an executor of Elastic-Job-Cloud 2.1.5, which knows no message but {@link Messages#STOP}, passes over it. The
 * message may come several times; a task takes each trigger once and says so with {@link TriggerTaken}.
 *
 * @param triggerId names the trigger
 * @param taskIds the tasks that are to fire
 * @param jobParameter used for this firing instead of the task's own; null for the task's own
 */
public record FireNow(String triggerId, List<String> taskIds, String jobParameter) {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final String KIND = "FIRE_NOW";

    public FireNow {
        Objects.requireNonNull(triggerId, "triggerId");
        taskIds = List.copyOf(taskIds);
    }

    /** Returns the text of the message. */
    public String toText() {
        return GSON.toJson(new Envelope(KIND, triggerId, taskIds, jobParameter));
    }

    /** Reads a framework message; empty if it is another one. */
    public static Optional<FireNow> fromBytes(byte[] bytes) {
        try {
            Envelope message = GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), Envelope.class);
            return message != null && message.isComplete()
                    ? Optional.of(new FireNow(message.triggerId, message.taskIds, message.jobParameter))
                    : Optional.empty();
        } catch (JsonParseException otherMessage) {
            return Optional.empty();
        }
    }

    private record Envelope(String message, String triggerId, List<String> taskIds, String jobParameter) {

        boolean isComplete() {
            return KIND.equals(message) && triggerId != null && taskIds != null && !taskIds.contains(null);
        }
    }
}
