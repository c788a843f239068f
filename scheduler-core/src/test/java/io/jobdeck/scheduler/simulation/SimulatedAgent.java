package io.jobdeck.scheduler.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;

/** An agent, the executors that live on it, and how the master sees it. */
final class SimulatedAgent {

    /** How the master sees an agent. */
    enum View {
        REGISTERED,
        /** Partitioned; its tasks go on. */
        UNREACHABLE,
        /** The master has just failed over and has not heard of the agent yet. */
        RECOVERING,
        /** Removed for good, with its tasks. */
        GONE
    }

    private static final Duration JUST = Duration.ofMinutes(2);

    private final String id;
    private final Room capacity;
    final Map<String, SimulatedExecutor> executors = new LinkedHashMap<>();
    private View view = View.REGISTERED;
    private Instant outOfSightSince;
    private Duration lastAbsence = Duration.ZERO;
    private Duration longestAbsence = Duration.ZERO;
    private Instant returned = Instant.MIN;

    SimulatedAgent(String id, Room capacity) {
        this.id = id;
        this.capacity = capacity;
    }

    String id() {
        return id;
    }

    Room capacity() {
        return capacity;
    }

    View view() {
        return view;
    }

    /** Returns whether the agent is out of sight for so long, or has just come back from that. */
    boolean isMissedFor(Duration limit, Instant now) {
        return outOfSightSince != null
                ? Duration.between(outOfSightSince, now).compareTo(limit) >= 0
                : lastAbsence.compareTo(limit) >= 0 && Duration.between(returned, now).compareTo(JUST) < 0;
    }

    /** Returns whether the agent was out of sight for so long at any time. */
    boolean wasMissedFor(Duration limit) {
        return longestAbsence.compareTo(limit) >= 0;
    }

    void seenAs(View next, Instant now) {
        if (next == View.REGISTERED && outOfSightSince != null) {
            lastAbsence = Duration.between(outOfSightSince, now);
            longestAbsence = lastAbsence.compareTo(longestAbsence) > 0 ? lastAbsence : longestAbsence;
            returned = now;
        }
        view = next;
        outOfSightSince = next == View.REGISTERED ? null : now;
    }

    /**
     * Returns what a task takes of the agent's resources, with an executor that is to be started for it.
     *
     * @param starting the executors that other tasks start at the same time, to which its own is added
     */
    Room needs(TaskInfo task, Set<String> starting) {
        Room own = Room.of(task.getResourcesList());
        String executor = task.getExecutor().getExecutorId().getValue();
        boolean starts = task.hasExecutor() && !executors.containsKey(executor) && starting.add(executor);
        return starts ? own.plus(Room.of(task.getExecutor().getResourcesList())) : own;
    }

    /**
     * Returns what the master says of a task that it does not know, or null if it says nothing yet.
     *
     * @param agent null if the master does not know that either
     */
    static TaskStatus unknown(String task, String agentId, SimulatedAgent agent) {
        TaskState state = agent == null ? TaskState.TASK_UNKNOWN : switch (agent.view) {
            case REGISTERED -> TaskState.TASK_GONE;
            case UNREACHABLE -> TaskState.TASK_UNREACHABLE;
            case GONE -> TaskState.TASK_GONE_BY_OPERATOR;
            case RECOVERING -> null;
        };
        if (state == null) {
            return null;
        }
        TaskStatus.Builder status = TaskStatus.newBuilder().setState(state);
        status.getTaskIdBuilder().setValue(task);
        status.getAgentIdBuilder().setValue(agentId);
        return status.build();
    }

    /** A living executor. */
    static final class SimulatedExecutor {

        private final ExecutorInfo info;
        boolean stopping;

        SimulatedExecutor(ExecutorInfo info) {
            this.info = info;
        }

        ExecutorInfo info() {
            return info;
        }
    }
}
