package io.jobdeck.scheduler.bench;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.mesos.DriverSettings;
import io.jobdeck.scheduler.mesos.HttpMesosConnector;
import io.jobdeck.scheduler.mesos.MesosConnector;
import io.jobdeck.scheduler.mesos.ObservedConnector;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.operations.RegistryOperations;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.Candidate;
import io.jobdeck.scheduler.registry.CuratorRegistry;
import io.jobdeck.scheduler.registry.Election;
import io.jobdeck.scheduler.registry.Epoch;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.RegistryOptions;
import io.jobdeck.scheduler.scheduling.SchedulingLoop;
import io.jobdeck.scheduler.scheduling.SchedulingOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** A scheduler of the real parts, put together as the product does, with a {@link Wire} at its driver. */
final class BenchScheduler implements AutoCloseable {

    private static final String NAMESPACE = "bench";
    private static final String ADDRESS = "localhost:1";
    private static final Duration SESSION = Duration.ofSeconds(20);

    private final CuratorRegistry registry;
    private final LiveTree tree;
    private final SchedulerOperations operations;
    private final Wire wire = new Wire();
    private final MesosConnector connector;
    private final Election election;
    private volatile long elected;

    private BenchScheduler(Cluster cluster) {
        registry = CuratorRegistry.connect(RegistryOptions.of(cluster.zookeeper(), NAMESPACE).withSessionTimeout(SESSION));
        tree = registry.liveTree();
        operations = new RegistryOperations(registry, Clock.systemDefaultZone());
        connector = new ObservedConnector(
                new HttpMesosConnector(MasterLocation.parse(cluster.master()), DriverSettings.usual()), wire);
        election = new Election(registry, ADDRESS, BenchScheduler::leaderInfo, new Leader());
    }

    /** Connects and loads the tree; it stands for election with {@link #lead}. */
    static BenchScheduler connect(Cluster cluster) {
        return new BenchScheduler(cluster);
    }

    /** Connects and leads. */
    static BenchScheduler start(Cluster cluster) {
        BenchScheduler scheduler = connect(cluster);
        scheduler.lead();
        return scheduler;
    }

    private static String leaderInfo() {
        return Codecs.LEADER.write(new LeaderInfo(ADDRESS, Clock.systemUTC().instant(), ZoneId.systemDefault(), "bench"));
    }

    /** Stands for election and returns when elected. */
    void lead() {
        election.start();
        Wait.until("elected", Duration.ofMinutes(1), () -> elected != 0);
    }

    CuratorRegistry registry() {
        return registry;
    }

    LiveTree tree() {
        return tree;
    }

    SchedulerOperations operations() {
        return operations;
    }

    Wire wire() {
        return wire;
    }

    /** Returns {@link System#nanoTime()} of the election. */
    long elected() {
        return elected;
    }

    @Override
    public void close() {
        election.close();
        tree.close();
        registry.close();
    }

    private final class Leader implements Candidate {

        private SchedulingLoop loop;

        @Override
        public void onElected(Epoch epoch) {
            elected = System.nanoTime();
            SchedulingOptions options = new SchedulingOptions("localhost", "http://" + ADDRESS, "", "",
                    ZoneId.systemDefault(), Optional.empty(), ClusterPolicy.STANDARD);
            loop = new SchedulingLoop(options, epoch, tree, connector, election::resign);
            loop.start();
        }

        @Override
        public void onDeposed() {
            if (loop != null) {
                loop.close();
                loop = null;
            }
        }
    }
}
