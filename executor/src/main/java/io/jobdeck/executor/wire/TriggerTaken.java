package io.jobdeck.executor.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * The confirmation that a daemon task has begun the firing which a {@link FireNow} asked for, carried as UTF-8 JSON in the
 * {@code data} of a TASK_RUNNING update whose message is {@link Messages#BEGIN} or empty.
 *
 * @param triggerId the trigger
 */
public record TriggerTaken(String triggerId) {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    public TriggerTaken {
        Objects.requireNonNull(triggerId, "triggerId");
    }

    /** Returns the bytes for {@code TaskStatus.data}. */
    public byte[] toBytes() {
        return GSON.toJson(this).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the data of an update; empty if it confirms no trigger. */
    public static Optional<TriggerTaken> fromBytes(byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try {
            Text read = GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), Text.class);
            return Optional.ofNullable(read).map(Text::triggerId).map(TriggerTaken::new);
        } catch (JsonParseException otherData) {
            return Optional.empty();
        }
    }

    private record Text(String triggerId) { }
}
