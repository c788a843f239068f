package io.jobdeck.scheduler.embedded.agent;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.embedded.cluster.MasterGateway;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends status updates to the master until the scheduler has acknowledged them, for each task one after the other: again
 * after 10 seconds, and then after twice the time before, up to 10 minutes. Used on the event loop only.
 */
final class StatusUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(StatusUpdates.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);

    private final AgentState state;
    private final Persistence persistence;
    private final MasterGateway master;
    private final EventLoop loop;
    private final Map<TaskRun, EventLoop.Timer> retries = new HashMap<>();

    StatusUpdates(AgentState state, Persistence persistence, MasterGateway master, EventLoop loop) {
        this.state = state;
        this.persistence = persistence;
        this.master = master;
        this.loop = loop;
    }

    /** Takes an update with uuid that must reach the scheduler. One that came before, or after the task's end, is ignored. */
    void add(TaskRun task, TaskStatus status) {
        if (task.hasSeen(status.getUuid())) {
            return;
        }
        if (task.hasEnded()) {
            LOG.warn("task {} has ended with {}, its later update {} is ignored",
                    task.id().getValue(), task.state(), status.getState());
            return;
        }
        boolean first = task.unacknowledged() == null;
        persistence.store(new AgentRecord.UpdateReceived(task.executor().container(), status));
        if (first) {
            send(task, FIRST_RETRY);
        }
    }

    /** Adds an update of the agent's own about the end of a task. */
    void addOfAgent(TaskRun task, TaskState end, TaskStatus.Reason reason, String message) {
        add(task, TaskStatus.newBuilder()
                .setTaskId(task.id())
                .setState(end)
                .setMessage(message)
                .setSource(TaskStatus.Source.SOURCE_AGENT)
                .setReason(reason)
                .setAgentId(state.agent())
                .setExecutorId(task.executor().id())
                .setTimestamp(seconds(loop.now()))
                .setUuid(randomUuid())
                .build());
    }

    /** The scheduler has acknowledged an update; one that does not wait for it is ignored. */
    void acknowledge(FrameworkID framework, TaskID id, ByteString uuid) {
        state.runsOf(framework).stream().map(run -> run.task(id))
                .filter(task -> task != null && task.unacknowledged() != null
                        && task.unacknowledged().getUuid().equals(uuid))
                .findFirst()
                .ifPresentOrElse(task -> acknowledge(task, uuid),
                        () -> LOG.debug("acknowledgement of no waiting update of task {} is ignored", id.getValue()));
    }

    private void acknowledge(TaskRun task, ByteString uuid) {
        persistence.store(new AgentRecord.UpdateAcknowledged(task.executor().container(), task.id(), uuid));
        cancelRetry(task);
        if (task.unacknowledged() != null) {
            send(task, FIRST_RETRY);
        }
    }

    /** Sends the waiting update of every task of this framework at once. */
    void resend(FrameworkID framework) {
        state.runsOf(framework).stream().flatMap(run -> run.tasks().stream()).forEach(this::resend);
    }

    /** Sends the update at once if one waits. */
    void resend(TaskRun task) {
        if (task.unacknowledged() != null) {
            send(task, FIRST_RETRY);
        }
    }

    /** Stops sending what belongs to this run. */
    void forget(ExecutorRun run) {
        run.tasks().forEach(this::cancelRetry);
    }

    private void send(TaskRun task, Duration retryAfter) {
        TaskStatus status = task.unacknowledged();
        persistence.then(() -> master.statusUpdate(
                state.agent(), task.executor().framework().id(), status, task.state()));
        cancelRetry(task);
        retries.put(task, loop.schedule(retryAfter, () -> retry(task, status, retryAfter)));
    }

    private void retry(TaskRun task, TaskStatus status, Duration waited) {
        if (task.unacknowledged() == status) {
            Duration doubled = waited.multipliedBy(2);
            send(task, doubled.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : doubled);
        }
    }

    private void cancelRetry(TaskRun task) {
        EventLoop.Timer retry = retries.remove(task);
        if (retry != null) {
            retry.cancel();
        }
    }

    /** Returns {@code time} as Mesos writes it: seconds since 1970. */
    static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }

    /** Returns the 16 bytes of a new uuid. */
    static ByteString randomUuid() {
        UUID uuid = UUID.randomUUID();
        ByteBuffer bytes = ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return ByteString.copyFrom(bytes.flip());
    }
}
