package io.jobdeck.scheduler;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.mesos.MesosConnector;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.registry.Candidate;
import io.jobdeck.scheduler.registry.CuratorRegistry;
import io.jobdeck.scheduler.registry.Election;
import io.jobdeck.scheduler.registry.Epoch;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.scheduling.SchedulingLoop;
import io.jobdeck.scheduler.scheduling.SchedulingOptions;
import java.util.function.Supplier;

/** One scheduler on a tree: it stands for election, and schedules while it leads. */
final class SchedulerService implements AutoCloseable {

    private final LiveTree tree;
    private final SchedulingOptions options;
    private final MesosConnector mesos;
    private final Election election;
    private final Leader leader = new Leader();
    private final String address;

    /**
     * @param registry closed by the caller, after the service
     * @param tree closed by the caller, after the service
     * @param address {@code host:port} of this scheduler's REST server, its name in the election
     * @param leaderInfo how this scheduler describes itself when it takes the lead
     */
    SchedulerService(CuratorRegistry registry, LiveTree tree, SchedulingOptions options, MesosConnector mesos,
            String address, Supplier<LeaderInfo> leaderInfo) {
        this.tree = tree;
        this.options = options;
        this.mesos = mesos;
        this.address = address;
        this.election = new Election(registry, address, () -> Codecs.LEADER.write(leaderInfo.get()), leader);
    }

    /** Joins the election; returns at once. */
    void start() {
        election.start();
    }

    /** Returns {@code host:port} of this scheduler's REST server, its name in the election. */
    String address() {
        return address;
    }

    /** Tells whether this scheduler leads. Safe on any thread. */
    boolean leads() {
        return election.leads();
    }

    /** Launches nothing any more, while updates are still dealt with. */
    void stopLaunching() {
        leader.stopLaunching();
    }

    /** Stops leading and leaves the election; tasks go on. */
    @Override
    public void close() {
        election.close();
    }

    private final class Leader implements Candidate {

        private SchedulingLoop loop;
        private boolean stopping;

        @Override
        public synchronized void onElected(Epoch epoch) {
            loop = new SchedulingLoop(options, epoch, tree, mesos, election::resign);
            loop.start();
            if (stopping) {
                loop.stopLaunching();
            }
        }

        @Override
        public synchronized void onDeposed() {
            if (loop != null) {
                loop.close();
                loop = null;
            }
        }

        synchronized void stopLaunching() {
            stopping = true;
            if (loop != null) {
                loop.stopLaunching();
            }
        }
    }
}
