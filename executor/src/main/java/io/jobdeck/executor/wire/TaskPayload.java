package io.jobdeck.executor.wire;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What the scheduler tells the executor about one task, carried as UTF-8 JSON in {@code TaskInfo.data}.
 *
 * <p>A reader skips members it does not know, so that a newer scheduler can talk to an older executor.
 *
 * @param taskId full task id, as in spec section 2.1
 * @param jobName name of the job
 * @param jobType {@code SIMPLE}, {@code DATAFLOW} or {@code SCRIPT}
 * @param jobClass class that implements the job; empty for a script
 * @param cron Quartz cron of a daemon task, which the executor fires itself; empty for a transient task, which runs once
 * @param shardingTotalCount number of items of the job, at least 1
 * @param shardingItem item of this task, from 0
 * @param shardingParameter parameter of this item, may be empty
 * @param jobParameter parameter of the whole job, may be empty
 * @param streamingProcess whether a dataflow job repeats until there is no more data
 * @param scriptCommandLine command line of a script; empty for other types
 */
public record TaskPayload(
        String taskId,
        String jobName,
        String jobType,
        String jobClass,
        String cron,
        int shardingTotalCount,
        int shardingItem,
        String shardingParameter,
        String jobParameter,
        boolean streamingProcess,
        String scriptCommandLine) {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final List<String> REQUIRED = List.of("taskId", "jobName", "jobType");

    public TaskPayload {
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(jobName, "jobName");
        Objects.requireNonNull(jobType, "jobType");
        jobClass = Objects.requireNonNullElse(jobClass, "");
        cron = Objects.requireNonNullElse(cron, "");
        shardingParameter = Objects.requireNonNullElse(shardingParameter, "");
        jobParameter = Objects.requireNonNullElse(jobParameter, "");
        scriptCommandLine = Objects.requireNonNullElse(scriptCommandLine, "");
    }

    /** Returns whether the task stays up and fires its cron itself. */
    public boolean isDaemon() {
        return !cron.isEmpty();
    }

    /** Returns the bytes for {@code TaskInfo.data}. */
    public byte[] toBytes() {
        return GSON.toJson(this).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException if the bytes are not such a payload; the message says what is wrong
     */
    public static TaskPayload fromBytes(byte[] bytes) {
        try {
            JsonObject json = GSON.fromJson(new String(bytes, StandardCharsets.UTF_8), JsonObject.class);
            if (json == null) {
                throw new IllegalArgumentException("task payload is empty");
            }
            for (String member : REQUIRED) {
                if (!json.has(member) || json.get(member).isJsonNull()) {
                    throw new IllegalArgumentException("task payload cannot be read: it has no " + member);
                }
            }
            return GSON.fromJson(json, TaskPayload.class);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("task payload cannot be read: " + e.getMessage(), e);
        }
    }
}
