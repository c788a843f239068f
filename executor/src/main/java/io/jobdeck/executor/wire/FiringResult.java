package io.jobdeck.executor.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;

/**
 * How one firing of a daemon went, carried as UTF-8 JSON in the {@code data} of the TASK_RUNNING update whose message is
 * {@link Messages#COMPLETE}. An update without data means success, as in 2.1.5.
 *
 * @param success whether user code returned normally
 * @param cause exception and stack trace of a failure, bounded; empty on success
 */
public record FiringResult(boolean success, String cause) {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    public FiringResult {
        cause = cause == null ? "" : cause;
    }

    /** Returns the bytes for {@code TaskStatus.data}. */
    public byte[] toBytes() {
        return GSON.toJson(this).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the data of a COMPLETE update.
     *
     * @param bytes the data; empty if the update has none
     * @throws IllegalArgumentException if the bytes are neither empty nor such a result
     */
    public static FiringResult fromBytes(byte[] bytes) {
        if (bytes.length == 0) {
            return new FiringResult(true, "");
        }
        try {
            FiringResult result = GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), FiringResult.class);
            if (result == null) {
                throw new IllegalArgumentException("firing result is empty");
            }
            return result;
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("firing result cannot be read: " + e.getMessage(), e);
        }
    }
}
