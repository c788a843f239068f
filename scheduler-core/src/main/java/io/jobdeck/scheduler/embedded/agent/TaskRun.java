package io.jobdeck.scheduler.embedded.agent;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;

/**
 * A task from its launch until the scheduler has acknowledged its end, with the stream of its status updates. An update
 * goes to the scheduler only after the one before it was acknowledged.
 */
final class TaskRun {

    /** More than an executor can have outstanding when it loses its agent in the middle of a burst of updates. */
    private static final int UUIDS_REMEMBERED = 64;

    private final ExecutorRun executor;
    private final TaskInfo info;
    private final Deque<TaskStatus> pending = new ArrayDeque<>();
    private final Set<ByteString> seen = new LinkedHashSet<>();
    private TaskStatus latest;
    private boolean delivered;
    private boolean killRequested;

    TaskRun(ExecutorRun executor, TaskInfo info) {
        this.executor = executor;
        this.info = info;
    }

    ExecutorRun executor() {
        return executor;
    }

    TaskID id() {
        return info.getTaskId();
    }

    TaskInfo info() {
        return info;
    }

    /** Returns the newest update that came in, or null before the first. */
    TaskStatus latest() {
        return latest;
    }

    TaskState state() {
        return latest == null ? TaskState.TASK_STAGING : latest.getState();
    }

    /** Returns whether the task has ended, be the end acknowledged or not. */
    boolean hasEnded() {
        return TaskStates.isTerminal(state());
    }

    /** Returns the update that waits for acknowledgement, or null. */
    TaskStatus unacknowledged() {
        return pending.peek();
    }

    boolean hasSeen(ByteString uuid) {
        return seen.contains(uuid);
    }

    /** Returns whether the executor has been given the task. */
    boolean isDelivered() {
        return delivered;
    }

    void setDelivered(boolean known) {
        delivered = known;
    }

    boolean isKillRequested() {
        return killRequested;
    }

    void requestKill() {
        killRequested = true;
    }

    void add(TaskStatus status) {
        latest = status;
        pending.add(status);
        remember(status.getUuid());
    }

    void remember(ByteString uuid) {
        seen.add(uuid);
        if (seen.size() > UUIDS_REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
    }

    /** Takes off the update with this uuid if it is the one that waits; returns whether it was. */
    boolean acknowledge(ByteString uuid) {
        if (pending.isEmpty() || !pending.peek().getUuid().equals(uuid)) {
            return false;
        }
        pending.remove();
        return true;
    }

    /** Returns whether nothing about this task is left to be told. */
    boolean isOver() {
        return hasEnded() && pending.isEmpty();
    }

    /** Adds the records from which this task can be built again. */
    void snapshot(List<AgentRecord> records) {
        String container = executor.container();
        records.add(new AgentRecord.TaskAdded(container, info));
        if (killRequested) {
            records.add(new AgentRecord.KillRequested(container, id()));
        }
        if (!seen.isEmpty()) {
            records.add(new AgentRecord.UpdatesSeen(container, id(), new ArrayList<>(seen)));
        }
        if (latest != null && pending.isEmpty()) {
            records.add(new AgentRecord.UpdateReceived(container, latest));
            records.add(new AgentRecord.UpdateAcknowledged(container, id(), latest.getUuid()));
        }
        pending.forEach(status -> records.add(new AgentRecord.UpdateReceived(container, status)));
    }
}
