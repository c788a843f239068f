package io.jobdeck.scheduler.embedded;

import io.jobdeck.scheduler.embedded.agent.Resources;
import io.jobdeck.scheduler.embedded.simulation.SimulationOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How an embedded cluster is set up.
 *
 * @param dataDirectory directory of its own, created if missing
 * @param simulation agents to be simulated in place of the one that runs executors
 * @param resources what that one offers
 * @param startTimeout how long ZooKeeper may take to serve, which depends on how much it has stored
 * @param shutdownGracePeriod how long executors may take to end when the cluster is closed in order
 */
public record EmbeddedOptions(
        Path dataDirectory, Optional<SimulationOptions> simulation, Resources resources, Duration startTimeout, Duration shutdownGracePeriod) {

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration GRACE_PERIOD = Duration.ofSeconds(5);

    public EmbeddedOptions {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        Objects.requireNonNull(simulation, "simulation");
        Objects.requireNonNull(resources, "resources");
    }

    /** Returns options for a directory with the cpus and memory of this machine. */
    public static EmbeddedOptions in(Path dataDirectory) {
        return new EmbeddedOptions(
                dataDirectory, Optional.empty(), Resources.ofThisMachine(), START_TIMEOUT, GRACE_PERIOD);
    }

    /** Returns the same with an agent of other size; memory in MiB. */
    public EmbeddedOptions withResources(double cpus, double memoryMb) {
        return new EmbeddedOptions(
                dataDirectory, simulation, Resources.of(cpus, memoryMb), startTimeout, shutdownGracePeriod);
    }

    /** Returns the same with simulated agents, on which tasks only seem to run. */
    public EmbeddedOptions withSimulation(SimulationOptions options) {
        return new EmbeddedOptions(dataDirectory, Optional.of(options), resources, startTimeout, shutdownGracePeriod);
    }
}
