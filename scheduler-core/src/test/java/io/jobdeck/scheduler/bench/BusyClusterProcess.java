package io.jobdeck.scheduler.bench;

import io.jobdeck.scheduler.SchedulerInstance;
import io.jobdeck.scheduler.SchedulerOptions;
import io.jobdeck.scheduler.embedded.EmbeddedCluster;
import io.jobdeck.scheduler.embedded.EmbeddedOptions;
import io.jobdeck.scheduler.embedded.simulation.SimulationOptions;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.model.PlacementStrategy;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.registry.CuratorRegistry;
import io.jobdeck.scheduler.registry.RegistryOptions;
import io.jobdeck.scheduler.rest.RestAddress;
import io.jobdeck.scheduler.rest.RestSecurity;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.awaitility.Awaitility;

/**
 * A simulated cluster with its scheduler and a large estate, in a process of its own: 1 000 apps, and 9 000 jobs with 99 000
 * tasks that run all day. Told so, it adds a thousand jobs that fire every five seconds. Ends when its standard input does.
 */
final class BusyClusterProcess {

    static final String READY = "ready";
    static final String BUSY = "busy";
    private static final String NAMESPACE = "busy";
    private static final int AGENTS = 1000;
    private static final int CPUS = 128;
    private static final int MEMORY_MB = 1_000_000;
    private static final int APPS = 1000;
    private static final int LASTING_JOBS = 9000;
    private static final int ITEMS = 11;
    private static final int FIRING_JOBS = 1000;
    private static final int BATCHES = 18;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private BusyClusterProcess() {
    }

    /** Argument: directory. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedOptions options = EmbeddedOptions.in(Path.of(arguments[0]))
                .withSimulation(SimulationOptions.of(AGENTS, CPUS, MEMORY_MB));
        ClusterPolicy policy = new ClusterPolicy(PlacementStrategy.PACK, Duration.ofMinutes(10), OptionalInt.empty(), 10_000, 0);
        try (EmbeddedCluster cluster = EmbeddedCluster.start(options);
                SchedulerInstance scheduler = SchedulerInstance.start(new SchedulerOptions(
                        RegistryOptions.of(cluster.zkConnectString(), NAMESPACE),
                        MasterLocation.parse(cluster.masterAddress()), "", "", RestAddress.loopback(0), Optional.empty(),
                        RestSecurity.none(), policy));
                CuratorRegistry registry = CuratorRegistry.connect(
                        RegistryOptions.of(cluster.zkConnectString(), NAMESPACE))) {
            Estate estate = new Estate(registry);
            fill(estate, scheduler);
            System.out.println(READY + " " + cluster.zkConnectString() + " " + NAMESPACE);
            obey(estate);
        }
    }

    private static void fill(Estate estate, SchedulerInstance scheduler) {
        for (int app = 0; app < APPS; app++) {
            estate.createApp("app" + app);
        }
        for (int batch = 1; batch <= BATCHES; batch++) {
            Instant fires = Estate.in(4);
            estate.createJobs("lasting" + batch + "-", LASTING_JOBS / BATCHES, ITEMS, number -> Estate.once(fires),
                    "simulate=24h", number -> "app" + number % APPS);
            int expected = LASTING_JOBS / BATCHES * ITEMS * batch;
            Awaitility.await("batch " + batch + " runs").atMost(LIMIT).pollInterval(LOOK)
                    .until(() -> tasks(scheduler) >= expected);
        }
    }

    private static int tasks(SchedulerInstance scheduler) {
        return new RegistryView(scheduler.tree().nodes()).runningTasks().size();
    }

    private static void obey(Estate estate) throws Exception {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals(BUSY)) {
                estate.createJobs("firing", FIRING_JOBS, 1, number -> "0/5 * * * * ?", "simulate=1s",
                        number -> "app" + number);
                System.out.println(BUSY);
            }
        }
    }
}
