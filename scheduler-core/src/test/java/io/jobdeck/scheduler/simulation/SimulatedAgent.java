package io.jobdeck.scheduler.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.mesos.v1.Protos.ExecutorInfo;

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
