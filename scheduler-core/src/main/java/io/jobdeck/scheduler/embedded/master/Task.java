package io.jobdeck.scheduler.embedded.master;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;

/** A task that runs, or whose end the scheduler has not acknowledged yet. Used by the master's thread only. */
final class Task {

    private static final int MAX_STATUSES = 100;
    private static final Set<TaskState> ENDS = EnumSet.of(
            TaskState.TASK_FINISHED, TaskState.TASK_FAILED, TaskState.TASK_KILLED, TaskState.TASK_ERROR,
            TaskState.TASK_LOST, TaskState.TASK_DROPPED, TaskState.TASK_GONE, TaskState.TASK_GONE_BY_OPERATOR);

    private final TaskInfo info;
    private final ResourceSet resources;
    private final List<TaskStatus> statuses = new ArrayList<>();
    private TaskState latest = TaskState.TASK_STAGING;
    private TaskState forwarded = TaskState.TASK_STAGING;
    private ByteString forwardedUuid = ByteString.EMPTY;
    private boolean released;

    Task(TaskInfo info) {
        this.info = info;
        this.resources = ResourceSet.of(info.getResourcesList());
    }

    static boolean isEnd(TaskState state) {
        return ENDS.contains(state);
    }

    TaskInfo info() {
        return info;
    }

    String id() {
        return info.getTaskId().getValue();
    }

    String agentId() {
        return info.getAgentId().getValue();
    }

    ResourceSet resources() {
        return resources;
    }

    /** The executor that runs it; a task with a command is its own executor. */
    String executorId() {
        return info.hasExecutor() ? info.getExecutor().getExecutorId().getValue() : id();
    }

    /** The state that the agent knows, which may be ahead of what the scheduler has been told. */
    TaskState latest() {
        return latest;
    }

    /** The state that the scheduler was told last. */
    TaskState forwarded() {
        return forwarded;
    }

    /** The statuses that the scheduler was told, oldest first, each once. */
    List<TaskStatus> statuses() {
        return statuses;
    }

    void update(TaskStatus status, TaskState newest) {
        if (!isEnd(latest)) {
            latest = newest;
        }
        boolean repeated = !forwardedUuid.isEmpty() && forwardedUuid.equals(status.getUuid());
        forwarded = status.getState();
        forwardedUuid = status.getUuid();
        if (!repeated) {
            statuses.add(status);
        }
        if (statuses.size() > MAX_STATUSES) {
            statuses.remove(0);
        }
    }

    /** Whether this acknowledgement is the last that is awaited for the task. */
    boolean isEndedBy(ByteString acknowledged) {
        return isEnd(forwarded) && forwardedUuid.equals(acknowledged);
    }

    /** Returns whether its resources are to be given back now, which happens once. */
    boolean release() {
        boolean first = !released;
        released = true;
        return first;
    }

    boolean isReleased() {
        return released;
    }
}
