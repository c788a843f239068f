package io.jobdeck.scheduler.embedded;

import io.jobdeck.scheduler.embedded.agent.Agent;
import io.jobdeck.scheduler.embedded.agent.AgentOptions;
import io.jobdeck.scheduler.embedded.cluster.ExecutorHost;
import io.jobdeck.scheduler.embedded.http.PortUnavailableException;
import io.jobdeck.scheduler.embedded.master.AgentRegistry;
import io.jobdeck.scheduler.embedded.master.EmbeddedMaster;
import io.jobdeck.scheduler.embedded.master.MasterOptions;
import io.jobdeck.scheduler.embedded.simulation.SimulatedAgents;
import io.jobdeck.scheduler.embedded.zookeeper.EmbeddedZooKeeper;
import io.jobdeck.scheduler.embedded.zookeeper.ZooKeeperStartException;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ZooKeeper, a Mesos-compatible master and one agent (or many simulated ones) in this process, on 127.0.0.1, with
 * everything they keep in one directory: {@code zookeeper}, {@code master}, {@code agent}, {@code ports.properties} and {@code lock}.
 *
 * <p>A start after a crash finds the same tree, and takes over executors that are still running, under the same agent id.
 *
 * <p>To end in order: while the scheduler is still subscribed, call {@link #stopExecutors()}, so that it hears of the end
 * of every task; then close the scheduler; then call {@link #close()}. Without {@code stopExecutors} the executors go on
 * and the next start takes them over.
 */
public final class EmbeddedCluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedCluster.class);

    private final EmbeddedOptions options;
    private final DataDirectory directory;
    private final EmbeddedZooKeeper zookeeper;
    private final EmbeddedMaster master;
    private final ExecutorHost agents;

    private EmbeddedCluster(EmbeddedOptions options, DataDirectory directory, EmbeddedZooKeeper zookeeper,
            EmbeddedMaster master, ExecutorHost agents) {
        this.options = options;
        this.directory = directory;
        this.zookeeper = zookeeper;
        this.master = master;
        this.agents = agents;
    }

    /**
     * Starts all parts and returns when they serve and the agent is registered.
     *
     * @throws EmbeddedFailure if the directory cannot be used or a part cannot be started; nothing is left running
     */
    public static EmbeddedCluster start(EmbeddedOptions options) throws EmbeddedFailure {
        Opened opened = new Opened();
        try {
            DataDirectory directory = opened.add(DataDirectory.open(options.dataDirectory()));
            RememberedPorts ports = RememberedPorts.read(directory.ports());
            EmbeddedZooKeeper zookeeper = opened.add(startZooKeeper(directory, ports.zookeeper(), options));
            EmbeddedMaster master = opened.add(startMaster(agentRegistry(directory, options), ports.master()));
            new RememberedPorts(zookeeper.port(), master.port()).write(directory.ports());
            ExecutorHost agents = opened.add(startAgents(directory, options, master));
            master.allAgentsAreHere();
            return new EmbeddedCluster(options, directory, zookeeper, master, agents);
        } catch (EmbeddedFailure failure) {
            opened.close();
            throw failure;
        } catch (IOException | RuntimeException failure) {
            opened.close();
            throw new EmbeddedFailure(failure.getMessage() != null ? failure.getMessage()
                    : "The embedded cluster cannot be started with its data in " + options.dataDirectory()
                            + ". See the log for the reason.", failure);
        }
    }

    private static EmbeddedZooKeeper startZooKeeper(DataDirectory directory, int port, EmbeddedOptions options)
            throws ZooKeeperStartException {
        try {
            return EmbeddedZooKeeper.start(directory.zookeeper(), port, options.startTimeout());
        } catch (ZooKeeperStartException.PortInUse taken) {
            LOG.warn("Port {} of the last start is taken by another program; ZooKeeper gets another one", port);
            return EmbeddedZooKeeper.start(directory.zookeeper(), 0, options.startTimeout());
        }
    }

    /** Simulated agents do not come back after a restart, so nobody waits for them. */
    private static AgentRegistry agentRegistry(DataDirectory directory, EmbeddedOptions options) throws IOException {
        return options.simulation().isPresent() ? AgentRegistry.inMemory()
                : new AgentRegistry(directory.master().resolve("agents"));
    }

    private static ExecutorHost startAgents(DataDirectory directory, EmbeddedOptions options, EmbeddedMaster master)
            throws IOException {
        if (options.simulation().isPresent()) {
            return SimulatedAgents.start(options.simulation().get(), master);
        }
        Agent agent = new Agent(AgentOptions.in(directory.agent())
                .withResources(options.resources())
                .withShutdownGracePeriod(options.shutdownGracePeriod()), master);
        agent.start();
        return agent;
    }

    private static EmbeddedMaster startMaster(AgentRegistry registry, int port) throws IOException {
        try {
            return EmbeddedMaster.start(port, registry, MasterOptions.standard());
        } catch (PortUnavailableException taken) {
            LOG.warn("Port {} of the last start is taken by another program; the master gets another one", port);
            return EmbeddedMaster.start(0, registry, MasterOptions.standard());
        }
    }

    /** Returns the ZooKeeper connect string, {@code 127.0.0.1:PORT}. */
    public String zkConnectString() {
        return zookeeper.connectString();
    }

    /** Returns the master's address for schedulers, {@code 127.0.0.1:PORT}. */
    public String masterAddress() {
        return master.address();
    }

    /** Returns the directory that holds everything, absolute. */
    public Path dataDirectory() {
        return directory.root();
    }

    /**
     * Ends all executors and returns when they have ended, after the grace period at the latest. To be called while the
     * scheduler is still subscribed, since it is told of the end of each task.
     */
    public void stopExecutors() {
        agents.stopExecutors(options.shutdownGracePeriod());
    }

    /** Stops agent, master and ZooKeeper, in this order, and lets go of the directory. */
    @Override
    public void close() {
        agents.close();
        master.close();
        zookeeper.close();
        directory.close();
    }
}
