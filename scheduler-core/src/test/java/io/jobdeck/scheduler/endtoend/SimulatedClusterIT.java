package io.jobdeck.scheduler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.EmbeddedScheduler;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.embedded.EmbeddedOptions;
import io.jobdeck.scheduler.embedded.simulation.SimulationOptions;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.rest.RestAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real scheduler on simulated agents: 40 of them with 8 cpus each. */
class SimulatedClusterIT {

    private static final Caller CALLER = new Caller("test", "here");
    private static final int AGENTS = 40;

    @TempDir
    private Path directory;
    private EmbeddedScheduler cluster;
    private SchedulerOperations operations;

    @BeforeEach
    void start() throws Exception {
        cluster = EmbeddedScheduler.start(
                EmbeddedOptions.in(directory).withSimulation(SimulationOptions.of(AGENTS, 8, 8192)),
                "jobdeck-test", RestAddress.loopback(0), step -> { });
        operations = cluster.scheduler().operations();
        soon().until(cluster.scheduler()::leads);
        operations.deregisterApp("sample", CALLER);
        operations.registerApp(Codecs.APP_REST.read("""
                {"appName":"shop","appURL":"http://nowhere/shop.tar.gz","bootstrapScript":"bin/start.sh","cpuCount":0.5,
                "memoryMB":64,"executor":"JOBDECK"}"""), CALLER);
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void givenManySimulatedAgents_whenAJobIsTriggered_thenItsItemsSpreadOverThemRunAndEnd() {
        registerJob("orders", "simulate=2s");

        operations.triggerJob("orders", CALLER);

        soon().until(() -> running().size() == 200);
        assertThat(agents()).as("all but those whose offers were in other hands").hasSizeGreaterThan(AGENTS / 2);
        soon().until(() -> running().isEmpty());
    }

    @Test
    void givenRunningSimulatedTasks_whenTheirAppIsDeregistered_thenTheyAreKilledAndTheirExecutorsEnd() {
        registerJob("orders", "simulate=1h");
        operations.triggerJob("orders", CALLER);
        soon().until(() -> running().size() == 200);

        operations.deregisterApp("shop", CALLER);

        soon().until(() -> running().isEmpty());
        soon().until(() -> Estate.traces(cluster.scheduler().tree(), "shop").isEmpty());
    }

    private void registerJob(String name, String parameter) {
        operations.registerJob(Codecs.JOB.read("""
                {"jobName":"%s","appName":"shop","jobClass":"Orders","jobType":"SIMPLE","jobExecutionType":"TRANSIENT",
                "cron":"0 0 0 1 1 ? 2099","shardingTotalCount":200,"jobParameter":"%s","cpuCount":1,"memoryMB":16}"""
                .formatted(name, parameter)), CALLER);
    }

    private Collection<RegistryView.RunningTask> running() {
        return new RegistryView(cluster.scheduler().tree().nodes()).runningTasks();
    }

    private Set<String> agents() {
        return running().stream().map(task -> task.id().agentId()).collect(Collectors.toSet());
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20));
    }
}
