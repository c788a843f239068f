package io.jobdeck.scheduler;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.mesos.MesosConnector;
import io.jobdeck.scheduler.metrics.SchedulerMetrics;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.registry.Candidate;
import io.jobdeck.scheduler.registry.CuratorRegistry;
import io.jobdeck.scheduler.registry.Election;
import io.jobdeck.scheduler.registry.Epoch;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.scheduling.Census;
import io.jobdeck.scheduler.scheduling.SchedulingLoop;
import io.jobdeck.scheduler.scheduling.SchedulingOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One scheduler on a tree: it stands for election, and schedules while it leads. */
final class SchedulerService implements AutoCloseable {

    private final LiveTree tree;
    private final SchedulingOptions options;
    private final MesosConnector mesos;
    private final Election election;
    private final Leader leader = new Leader();
    private final SchedulerMetrics metrics;
    private final String address;

    /**
     * @param registry closed by the caller, after the service
     * @param tree closed by the caller, after the service
     * @param address {@code host:port} of this scheduler's REST server, its name in the election
     * @param metrics measure the work of a leader
     * @param leaderInfo how this scheduler describes itself when it takes the lead
     */
    SchedulerService(CuratorRegistry registry, LiveTree tree, SchedulingOptions options, MesosConnector mesos,
            String address, SchedulerMetrics metrics, Supplier<LeaderInfo> leaderInfo) {
        this.tree = tree;
        this.options = options;
        this.mesos = metrics.measured(mesos);
        this.metrics = metrics;
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

    /** Returns the scheduling loop's lag; empty on a standby. Safe on any thread. */
    Optional<Duration> loopLag() {
        return leader.current().map(SchedulingLoop::lag);
    }

    /** Asks the scheduling loop for what it holds; empty on a standby. Safe on any thread. */
    Optional<CompletableFuture<Census>> census() {
        return leader.current().map(SchedulingLoop::census);
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

        private volatile SchedulingLoop loop;
        private boolean stopping;

        @Override
        public synchronized void onElected(Epoch epoch) {
            loop = new SchedulingLoop(options, metrics.measured(epoch), tree, mesos, election::resign,
                    metrics.instruments());
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

        Optional<SchedulingLoop> current() {
            return Optional.ofNullable(loop);
        }

        synchronized void stopLaunching() {
            stopping = true;
            if (loop != null) {
                loop.stopLaunching();
            }
        }
    }
}
