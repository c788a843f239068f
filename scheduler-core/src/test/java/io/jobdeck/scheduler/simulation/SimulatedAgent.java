package io.jobdeck.scheduler.simulation;

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

    /** Cpus and memory, in thousandths. */
    record Room(long milliCpus, long milliMb) {

        Room plus(Room other) {
            return new Room(milliCpus + other.milliCpus, milliMb + other.milliMb);
        }

        Room minus(Room other) {
            return new Room(milliCpus - other.milliCpus, milliMb - other.milliMb);
        }

        boolean holds(Room other) {
            return other.milliCpus <= milliCpus && other.milliMb <= milliMb;
        }
    }

    private final String id;
    private final Room capacity;
    final Map<String, SimulatedExecutor> executors = new LinkedHashMap<>();
    private View view = View.REGISTERED;
    private Instant outOfSightSince;

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

    Instant outOfSightSince() {
        return outOfSightSince;
    }

    void seenAs(View next, Instant now) {
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
