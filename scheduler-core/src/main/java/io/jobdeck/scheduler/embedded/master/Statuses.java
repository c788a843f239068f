package io.jobdeck.scheduler.embedded.master;

import java.time.Instant;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/** The status updates that the master makes itself. They have no uuid and are not acknowledged. */
final class Statuses {

    private Statuses() {
    }

    static Event update(TaskStatus status) {
        return Event.newBuilder()
                .setType(Event.Type.UPDATE)
                .setUpdate(Event.Update.newBuilder().setStatus(status))
                .build();
    }

    private static TaskStatus.Builder made(
            TaskID task, TaskState state, TaskStatus.Reason reason, String message) {
        Instant now = Instant.now();
        return TaskStatus.newBuilder()
                .setTaskId(task)
                .setState(state)
                .setReason(reason)
                .setSource(TaskStatus.Source.SOURCE_MASTER)
                .setMessage(message)
                .setTimestamp(now.getEpochSecond() + now.getNano() / 1e9);
    }

    static TaskStatus invalid(TaskInfo task, String message) {
        return made(task.getTaskId(), TaskState.TASK_ERROR, TaskStatus.Reason.REASON_TASK_INVALID, message)
                .setAgentId(task.getAgentId())
                .build();
    }

    static TaskStatus invalidOffers(TaskInfo task, boolean partitionAware, String problem) {
        return made(task.getTaskId(), lost(partitionAware, TaskState.TASK_DROPPED),
                TaskStatus.Reason.REASON_INVALID_OFFERS, "Task launched with invalid offers: " + problem)
                .setAgentId(task.getAgentId())
                .build();
    }

    static TaskStatus agentUnregistered(Task task, Agent agent) {
        return made(task.info().getTaskId(), TaskState.TASK_LOST, TaskStatus.Reason.REASON_AGENT_REMOVED,
                "Agent " + agent.info().getHostname() + " removed: the agent unregistered")
                .setAgentId(agent.id())
                .setExecutorId(task.info().getExecutor().getExecutorId().toBuilder().setValue(task.executorId()))
                .build();
    }

    /** Returns the latest state of a task, without what its executor attached. */
    static TaskStatus latest(Task task) {
        TaskStatus.Builder status = made(task.info().getTaskId(), task.forwarded(),
                TaskStatus.Reason.REASON_RECONCILIATION, "Reconciliation: Latest task state")
                .setAgentId(task.info().getAgentId());
        if (task.info().hasExecutor()) {
            status.setExecutorId(task.info().getExecutor().getExecutorId());
        }
        if (!task.statuses().isEmpty()) {
            TaskStatus last = task.statuses().get(task.statuses().size() - 1);
            if (last.hasHealthy()) {
                status.setHealthy(last.getHealthy());
            }
            if (last.hasContainerStatus()) {
                status.setContainerStatus(last.getContainerStatus());
            }
        }
        return status.build();
    }

    static TaskStatus unknownToAgent(Call.Reconcile.Task asked, boolean partitionAware) {
        return made(asked.getTaskId(), lost(partitionAware, TaskState.TASK_GONE),
                TaskStatus.Reason.REASON_RECONCILIATION, "Reconciliation: Task is unknown to the agent")
                .setAgentId(asked.getAgentId())
                .build();
    }

    static TaskStatus unknown(Call.Reconcile.Task asked, boolean partitionAware) {
        TaskStatus.Builder status = made(asked.getTaskId(), lost(partitionAware, TaskState.TASK_UNKNOWN),
                TaskStatus.Reason.REASON_RECONCILIATION, "Reconciliation: Task is unknown");
        if (asked.hasAgentId()) {
            status.setAgentId(asked.getAgentId());
        }
        return status.build();
    }

    /** Only frameworks with PARTITION_AWARE are told why a task is lost. */
    private static TaskState lost(boolean partitionAware, TaskState why) {
        return partitionAware ? why : TaskState.TASK_LOST;
    }
}
