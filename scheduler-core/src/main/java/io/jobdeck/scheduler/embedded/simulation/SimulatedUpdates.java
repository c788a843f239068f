package io.jobdeck.scheduler.embedded.simulation;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.embedded.cluster.MasterGateway;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;

/**
 * Sends status updates until the scheduler has acknowledged them, for each task one after the other, again after the times
 * of a real agent: 10 s, then twice the time before, up to 10 min. One look a second serves all tasks, since a timer for
 * each of 100 000 would cost more than the tasks. Used by the simulation's thread only.
 */
final class SimulatedUpdates {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration FIRST_REPEAT = Duration.ofSeconds(10);
    private static final Duration LONGEST_REPEAT = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 6;

    private final MasterGateway master;
    private final SimulationLoop loop;
    private final Set<SimulatedTask> waiting = new LinkedHashSet<>();
    private final long uuidPrefix = UUID.randomUUID().getMostSignificantBits();
    private long uuids;
    private boolean lookDue;

    SimulatedUpdates(MasterGateway master, SimulationLoop loop) {
        this.master = master;
        this.loop = loop;
    }

    /** The task is in this state from now on. */
    void report(SimulatedTask task, TaskState state, TaskStatus.Source source, String message) {
        TaskStatus.Builder status = TaskStatus.newBuilder()
                .setTaskId(task.id())
                .setState(state)
                .setSource(source)
                .setAgentId(task.agent().id())
                .setTimestamp(seconds(loop.now()))
                .setUuid(nextUuid());
        task.executor().ifPresent(status::setExecutorId);
        if (!message.isEmpty()) {
            status.setMessage(message);
        }
        if (task.add(status.build(), isEnd(state))) {
            send(task);
        }
    }

    private static boolean isEnd(TaskState state) {
        return state != TaskState.TASK_STARTING && state != TaskState.TASK_RUNNING;
    }

    /** Takes an acknowledgement; returns whether it was the one that was awaited. */
    boolean acknowledge(SimulatedTask task, ByteString uuid) {
        if (!task.acknowledge(uuid)) {
            return false;
        }
        if (task.unacknowledged() == null) {
            waiting.remove(task);
        } else {
            send(task);
        }
        return true;
    }

    /** Sends the waiting update of a task at once, if there is one. */
    void resend(SimulatedTask task) {
        if (task.unacknowledged() != null) {
            send(task);
        }
    }

    /** Nobody is told of this task any more. */
    void forget(SimulatedTask task) {
        waiting.remove(task);
    }

    private void send(SimulatedTask task) {
        task.sent(loop.now());
        waiting.add(task);
        master.statusUpdate(task.agent().id(), task.framework(), task.unacknowledged(), task.state());
        lookLater();
    }

    private void lookLater() {
        if (!lookDue) {
            lookDue = true;
            loop.schedule(LOOK, this::look);
        }
    }

    private void look() {
        lookDue = false;
        Instant now = loop.now();
        List<SimulatedTask> due = waiting.stream().filter(task -> isDue(task, now)).toList();
        due.forEach(this::send);
        if (!waiting.isEmpty()) {
            lookLater();
        }
    }

    private static boolean isDue(SimulatedTask task, Instant now) {
        Duration doubled = FIRST_REPEAT.multipliedBy(1L << Math.min(task.sendings() - 1, MOST_DOUBLINGS));
        Duration repeat = doubled.compareTo(LONGEST_REPEAT) > 0 ? LONGEST_REPEAT : doubled;
        return !task.lastSent().plus(repeat).isAfter(now);
    }

    private ByteString nextUuid() {
        return ByteString.copyFrom(ByteBuffer.allocate(16).putLong(uuidPrefix).putLong(uuids++).flip());
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }
}
