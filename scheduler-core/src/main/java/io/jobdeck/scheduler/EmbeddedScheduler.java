package io.jobdeck.scheduler;

import io.jobdeck.scheduler.embedded.EmbeddedCluster;
import io.jobdeck.scheduler.embedded.EmbeddedFailure;
import io.jobdeck.scheduler.embedded.EmbeddedOptions;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.registry.RegistryOptions;
import io.jobdeck.scheduler.rest.RestAddress;
import io.jobdeck.scheduler.rest.RestSecurity;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** A scheduler with a cluster of its own, all in this process and with all its data in one directory. */
public final class EmbeddedScheduler implements AutoCloseable {

    /** After a crash the next start leads once the session of the last one has run out, so it is kept short. */
    private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LAST_UPDATES = Duration.ofSeconds(3);

    private final EmbeddedCluster cluster;
    private final SchedulerInstance scheduler;

    private EmbeddedScheduler(EmbeddedCluster cluster, SchedulerInstance scheduler) {
        this.cluster = cluster;
        this.scheduler = scheduler;
    }

    /**
     * Starts cluster and scheduler, and registers the sample app at the first start of the data directory.
     *
     * @param namespace namespace of the tree
     * @param rest where the REST server listens
     * @param progress hears what is being done, on the calling thread
     * @throws StartFailure if a part cannot be started; nothing is left running
     */
    public static EmbeddedScheduler start(EmbeddedOptions options, String namespace, RestAddress rest,
            Consumer<StartStep> progress) throws StartFailure {
        return start(options, namespace, rest, RestSecurity.none(), ClusterPolicy.STANDARD, progress);
    }

    /**
     * The same, with a REST server that is secured and a policy for the cluster.
     *
     * @param security whose calls the REST server takes, and how it is reached
     * @param policy what holds for jobs that say nothing else
     * @throws StartFailure if a part cannot be started; nothing is left running
     */
    public static EmbeddedScheduler start(EmbeddedOptions options, String namespace, RestAddress rest,
            RestSecurity security, ClusterPolicy policy, Consumer<StartStep> progress) throws StartFailure {
        Closing closing = new Closing();
        try {
            progress.accept(StartStep.EMBEDDED_CLUSTER);
            EmbeddedCluster cluster = closing.add(EmbeddedCluster.start(options));
            progress.accept(StartStep.SCHEDULER);
            SchedulerInstance scheduler = closing.add(SchedulerInstance.start(new SchedulerOptions(
                    RegistryOptions.of(cluster.zkConnectString(), namespace).withSessionTimeout(SESSION_TIMEOUT),
                    MasterLocation.parse(cluster.masterAddress()), "", "", rest, Optional.empty(), security, policy)));
            progress.accept(StartStep.SAMPLE_APP);
            new SampleApp(cluster.dataDirectory().resolve("apps")).registerOnce(scheduler.operations());
            return new EmbeddedScheduler(cluster, scheduler);
        } catch (EmbeddedFailure | IOException e) {
            closing.close();
            throw new StartFailure(e.getMessage(), e);
        } catch (StartFailure | RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    /** Returns the cluster. */
    public EmbeddedCluster cluster() {
        return cluster;
    }

    /** Returns the scheduler. */
    public SchedulerInstance scheduler() {
        return scheduler;
    }

    /**
     * Ends everything in order: nothing more is launched, executors end and their tasks' ends are recorded, then the
     * scheduler and the cluster stop. Bounded by the cluster's grace period and a few seconds.
     */
    @Override
    public void close() {
        scheduler.stopLaunching();
        cluster.stopExecutors();
        TaskEnds.await(scheduler.tree(), LAST_UPDATES);
        scheduler.close();
        cluster.close();
    }
}
