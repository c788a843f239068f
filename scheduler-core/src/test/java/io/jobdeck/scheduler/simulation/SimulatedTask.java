package io.jobdeck.scheduler.simulation;

import com.google.protobuf.ByteString;
import io.jobdeck.executor.wire.FireNow;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;

/** One task as it really is: where it was sent, whether it got there, and what its agent has still to report of it. */
final class SimulatedTask {

    private final TaskInfo info;
    private final TaskId id;
    private final Deque<TaskStatus> unacknowledged = new ArrayDeque<>();
    private TaskState state = TaskState.TASK_STAGING;
    private int updates;
    /** Whether it has reached its agent. */
    boolean arrived;
    boolean killRequested;
    /** What it was told to fire and has not fired yet. */
    final Deque<FireNow> orders = new ArrayDeque<>();
    /** Triggers that it has begun to fire. */
    final Set<String> fired = new HashSet<>();
    /** Whether the master has it no more: its end has been acknowledged, or its agent is gone. */
    boolean forgotten;
    /** Whether its agent has reported one end and the master tells of another, so that either may be believed. */
    boolean endedTwice;

    SimulatedTask(TaskInfo info) {
        this.info = info;
        this.id = TaskId.parse(info.getTaskId().getValue());
    }

    TaskInfo info() {
        return info;
    }

    TaskId id() {
        return id;
    }

    MetaInfo item() {
        return id.metaInfo();
    }

    String executor() {
        return info.hasExecutor() ? info.getExecutor().getExecutorId().getValue() : "";
    }

    TaskState state() {
        return state;
    }

    Deque<TaskStatus> unacknowledged() {
        return unacknowledged;
    }

    /** Returns whether its code runs or may begin to at any moment. */
    boolean isAlive() {
        return arrived && !hasEnded();
    }

    boolean hasEnded() {
        return switch (state) {
            case TASK_STAGING, TASK_STARTING, TASK_RUNNING, TASK_KILLING -> false;
            default -> true;
        };
    }

    /** Returns whether it has fired what it is told to; else it will. */
    boolean hasFired(FireNow order) {
        if (!fired.contains(order.triggerId()) && !orders.contains(order)) {
            orders.add(order);
        }
        return fired.contains(order.triggerId());
    }

    /** Goes on to a state; its agent reports that until it is acknowledged. */
    TaskStatus report(TaskState next, String message) {
        return report(next, message, ByteString.EMPTY);
    }

    /** Goes on to a state; its agent reports that with some data until it is acknowledged. */
    TaskStatus report(TaskState next, String message, ByteString data) {
        state = next;
        TaskStatus status = status(next).toBuilder()
                .setMessage(message)
                .setData(data)
                .setUuid(ByteString.copyFromUtf8(id.unique() + "-" + ++updates))
                .build();
        unacknowledged.add(status);
        return status;
    }

    /** Ends without a report of its agent. */
    void end(TaskState how) {
        endedTwice = hasEnded();
        state = how;
        forgotten = true;
        unacknowledged.clear();
    }

    /** Returns a report of the master's own, which nobody acknowledges. */
    TaskStatus status(TaskState reported) {
        return TaskStatus.newBuilder()
                .setTaskId(info.getTaskId())
                .setAgentId(info.getAgentId())
                .setState(reported)
                .build();
    }

    @Override
    public String toString() {
        return id + " " + state;
    }
}
