package io.jobdeck.scheduler.bench;

import io.jobdeck.scheduler.embedded.EmbeddedCluster;
import io.jobdeck.scheduler.embedded.EmbeddedOptions;
import io.jobdeck.scheduler.embedded.simulation.SimulationOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * ZooKeeper, master and simulated agents in a process of their own, so that what the scheduler takes of time and memory can
 * be told from what they take. Ends when its standard input does.
 */
final class ClusterProcess {

    static final String READY = "ready";

    private ClusterProcess() {
    }

    /** Arguments: directory, agents, cpus and MB of each, milliseconds until a task runs. */
    public static void main(String[] arguments) throws Exception {
        SimulationOptions simulation = SimulationOptions.of(Integer.parseInt(arguments[1]),
                        Double.parseDouble(arguments[2]), Double.parseDouble(arguments[3]))
                .withStartTime(Duration.ofMillis(Long.parseLong(arguments[4])));
        try (EmbeddedCluster cluster = EmbeddedCluster.start(
                EmbeddedOptions.in(Path.of(arguments[0])).withSimulation(simulation))) {
            System.out.println(READY + " " + cluster.zkConnectString() + " " + cluster.masterAddress());
            awaitEndOfInput();
        }
    }

    private static void awaitEndOfInput() throws IOException {
        int read = System.in.read();
        while (read >= 0) {
            read = System.in.read();
        }
    }
}
