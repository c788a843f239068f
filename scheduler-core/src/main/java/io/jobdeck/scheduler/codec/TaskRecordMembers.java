package io.jobdeck.scheduler.codec;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import java.util.Optional;

/** The members of a {@link TaskRecord}. */
final class TaskRecordMembers {

    private static final TaskId STAND_IN = new TaskId(new MetaInfo("", 0), LaunchType.READY, "", "");

    private TaskRecordMembers() {
    }

    static void write(JsonObject object, TaskRecord task) {
        object.addProperty("taskId", task.taskId().toString());
        object.addProperty("appName", task.appName());
        object.addProperty("agentHost", task.agentHost());
        task.executorId().ifPresent(id -> object.addProperty("executorId", id));
        object.addProperty("runId", task.runId());
        object.addProperty("configDigest", task.configDigest());
        object.addProperty("state", task.state().name());
        object.addProperty("launchedAt", task.launchedAt().toString());
        object.addProperty("since", task.since().toString());
        object.addProperty("idle", task.idle());
        task.originalTaskId().ifPresent(id -> object.addProperty("originalTaskId", id));
    }

    static TaskRecord read(Members members) {
        return new TaskRecord(
                members.parsed("taskId", "a task id of five parts", TaskId::parse, STAND_IN),
                members.requiredText("appName"),
                members.requiredText("agentHost"),
                Optional.ofNullable(members.text("executorId", null)),
                members.requiredText("runId"),
                members.requiredText("configDigest"),
                members.requiredConstant("state", TaskState.class, TaskState.UNKNOWN),
                Codecs.instant(members, "launchedAt"),
                Codecs.instant(members, "since"),
                members.flag("idle", false),
                Optional.ofNullable(members.text("originalTaskId", null)));
    }
}
