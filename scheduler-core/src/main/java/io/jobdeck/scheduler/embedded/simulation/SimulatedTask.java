package io.jobdeck.scheduler.embedded.simulation;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;

/** A task from its launch until the scheduler has acknowledged its end. Used by the simulation's thread only. */
final class SimulatedTask {

    private final SimulatedAgent agent;
    private final FrameworkID framework;
    private final TaskID id;
    private final Optional<ExecutorID> executor;
    private final Queue<TaskStatus> unacknowledged = new ArrayDeque<>(2);
    private TaskState state = TaskState.TASK_STAGING;
    private boolean ended;
    private Instant sent = Instant.MIN;
    private int sendings;

    SimulatedTask(SimulatedAgent agent, FrameworkID framework, TaskInfo info) {
        this.agent = agent;
        this.framework = framework;
        this.id = info.getTaskId();
        this.executor = info.hasExecutor() ? Optional.of(info.getExecutor().getExecutorId()) : Optional.empty();
    }

    SimulatedAgent agent() {
        return agent;
    }

    FrameworkID framework() {
        return framework;
    }

    TaskID id() {
        return id;
    }

    /** Returns the executor that it runs in; empty if it has a command and is its own. */
    Optional<ExecutorID> executor() {
        return executor;
    }

    /** Returns the latest state, be it acknowledged or not. */
    TaskState state() {
        return state;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Adds an update; returns whether it is its turn to be sent. */
    boolean add(TaskStatus status, boolean isEnd) {
        state = status.getState();
        ended = isEnd;
        unacknowledged.add(status);
        return unacknowledged.size() == 1;
    }

    /** Returns the update that waits for acknowledgement, or null. */
    TaskStatus unacknowledged() {
        return unacknowledged.peek();
    }

    /** Takes off the update with this uuid if it is the one that waits; returns whether it was. */
    boolean acknowledge(ByteString uuid) {
        TaskStatus waiting = unacknowledged.peek();
        if (waiting == null || !waiting.getUuid().equals(uuid)) {
            return false;
        }
        unacknowledged.remove();
        sendings = 0;
        return true;
    }

    /** Returns whether nothing about it is left to be told. */
    boolean isOver() {
        return ended && unacknowledged.isEmpty();
    }

    /** Notes that the waiting update goes to the master now. */
    void sent(Instant now) {
        sent = now;
        sendings++;
    }

    Instant lastSent() {
        return sent;
    }

    /** Returns how often the waiting update has been sent. */
    int sendings() {
        return sendings;
    }
}
