package io.jobdeck.executor.testing;

import io.jobdeck.executor.wire.TaskPayload;

/** Task payloads for tests. */
public final class Payloads {

    private Payloads() {
    }

    /** A transient task of a SIMPLE job: item 1 of 3 with parameter {@code south}. */
    public static TaskPayload simple(String taskId, String jobClass) {
        return new TaskPayload(taskId, "report", "SIMPLE", jobClass, "", 3, 1, "south", "for all", false, "");
    }

    /** A transient task of a DATAFLOW job. */
    public static TaskPayload dataflow(String taskId, String jobClass, boolean streaming) {
        return new TaskPayload(taskId, "flow", "DATAFLOW", jobClass, "", 1, 0, "", "", streaming, "");
    }

    /** A daemon task of a SIMPLE job. */
    public static TaskPayload daemon(String taskId, String jobClass, String cron) {
        return new TaskPayload(taskId, "watch", "SIMPLE", jobClass, cron, 1, 0, "", "", false, "");
    }

    /** A transient task of a SCRIPT job: item 1 of 3 with parameter {@code south}. */
    public static TaskPayload script(String taskId, String commandLine) {
        return new TaskPayload(taskId, "script", "SCRIPT", "", "", 3, 1, "south", "a b", false, commandLine);
    }
}
