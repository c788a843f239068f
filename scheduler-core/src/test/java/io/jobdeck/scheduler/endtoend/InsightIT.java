package io.jobdeck.scheduler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.EmbeddedScheduler;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.embedded.EmbeddedOptions;
import io.jobdeck.scheduler.embedded.simulation.SimulationOptions;
import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.insight.ExecutorSandbox;
import io.jobdeck.scheduler.insight.FileDownload;
import io.jobdeck.scheduler.insight.FilePart;
import io.jobdeck.scheduler.insight.SandboxFile;
import io.jobdeck.scheduler.insight.SandboxListing;
import io.jobdeck.scheduler.insight.SandboxListing.Owner;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.rest.ClientAccess;
import io.jobdeck.scheduler.rest.RestAddress;
import io.jobdeck.scheduler.rest.RestInsight;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents and sandboxes of an embedded cluster, with real tasks and with simulated ones. */
class InsightIT {

    private static final Caller CALLER = new Caller("ann", "test");
    private static final String NEVER = "0 0 0 1 1 ? 2099";

    @TempDir
    private Path directory;
    private Estate estate;
    private EmbeddedScheduler cluster;
    private SchedulerOperations operations;

    @BeforeEach
    void prepare() throws Exception {
        estate = new Estate(directory);
    }

    private void start(EmbeddedOptions options) throws Exception {
        cluster = EmbeddedScheduler.start(options, "jobdeck-test", RestAddress.loopback(0), step -> { });
        operations = cluster.scheduler().operations();
        soon().until(cluster.scheduler()::leads);
        operations.deregisterApp("sample", CALLER);
        operations.registerApp(Codecs.APP_REST.read(estate.app("shop")), CALLER);
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }

    private TaskId runningTask(String job) {
        soon().until(() -> running(job).isPresent());
        return running(job).orElseThrow();
    }

    private Optional<TaskId> running(String job) {
        return Estate.tasks(cluster.scheduler().tree()).stream().filter(task -> task.state() == TaskState.RUNNING)
                .map(TaskRecord::taskId).filter(task -> task.jobName().equals(job)).findFirst();
    }

    private void registerScript(String script) {
        operations.registerJob(Codecs.JOB.read("""
                {"jobName":"script","appName":"shop","jobType":"SCRIPT","jobExecutionType":"TRANSIENT","cron":"%s",
                "shardingTotalCount":1,"scriptCommandLine":"%s","cpuCount":0.5,"memoryMB":32}"""
                .formatted(NEVER, script)), CALLER);
    }

    @Test
    void givenRealTasks_whenAgentAndSandboxesAreLookedAt_thenTheyAreAsTheyAre() throws Exception {
        start(EmbeddedOptions.in(directory.resolve("data")).withResources(4, 4096));
        Path script = Files.writeString(directory.resolve("script.sh"), """
                echo begin; mkdir logs; printf 'a\\000b' > logs/binary; head -c 200000 /dev/zero | tr '\\0' x > big
                ln -s / way-out; sleep 600
                """);
        registerScript("sh " + script);
        operations.registerJob(Codecs.JOB.read(estate.job("orders", "shop", NEVER, 600_000, "")), CALLER);
        operations.triggerJob("script", CALLER);
        operations.triggerJob("orders", CALLER);
        TaskId ofScript = runningTask("script");
        TaskId ofExecutor = runningTask("orders");
        soon().until(() -> Estate.tasks(cluster.scheduler().tree()).stream().filter(task -> task.state() == TaskState.RUNNING).count() == 4);

        try (RestInsight remote = new RestInsight(() -> Optional.of(cluster.scheduler().address()), ClientAccess.anonymous(), any -> true)) {
            for (ClusterInsight insight : List.of(cluster.scheduler().insight(), remote)) {
                agentIsShown(insight);
                sandboxOfTheScriptIsShown(insight, ofScript);
                assertThat(insight.files(ofExecutor, "").sandbox().owner()).isEqualTo(Owner.EXECUTOR);
                assertThat(insight.sandboxes("shop")).singleElement().extracting(ExecutorSandbox::path).asString()
                        .startsWith("/slaves/" + ofScript.agentId() + "/frameworks/");
            }
        }
        operations.killTask(ofScript, CALLER);
        operations.killTasks("orders", CALLER);
        soon().until(() -> Estate.tasks(cluster.scheduler().tree()).isEmpty());
        ClusterInsight insight = cluster.scheduler().insight();
        assertThat(text(insight.read(ofScript, "stdout", OptionalLong.of(0), 100))).as("of a task that has ended").contains("begin\n");
        assertThat(insight.files(ofExecutor, "").sandbox().owner()).isEqualTo(Owner.EXECUTOR);
    }

    private static void agentIsShown(ClusterInsight insight) {
        AgentSummary agent = soon().until(() -> insight.agents().agents().get(0), found -> found.tasks() == 4);
        assertThat(agent.state()).isEqualTo(AgentState.ACTIVE);
        assertThat(agent.resources().total().cpus()).isEqualTo(4);
        assertThat(agent.resources().used().cpus()).isEqualTo(0.5 + 0.1 + 3 * 0.1, Offset.offset(1e-6));
        assertThat(agent.executors()).isEqualTo(1);
    }

    private static void sandboxOfTheScriptIsShown(ClusterInsight insight, TaskId task) throws Exception {
        soon().until(() -> insight.files(task, "").files().stream().anyMatch(file -> file.size() == 200_000));
        SandboxListing listing = insight.files(task, "");
        assertThat(listing.sandbox().owner()).isEqualTo(Owner.TASK);
        assertThat(listing.files()).extracting(SandboxFile::name).contains("big", "logs", "stderr", "stdout");
        assertThat(insight.files(task, "logs").files()).extracting(SandboxFile::name).containsExactly("binary");
        assertThat(insight.read(task, "logs/binary", OptionalLong.of(0), 10).isBinary()).isTrue();
        FilePart end = insight.read(task, "big", OptionalLong.empty(), 150_000);
        assertThat(end.offset()).isEqualTo(50_000);
        assertThat(end.bytes()).hasSize(150_000).containsOnly('x');
        try (FileDownload download = insight.download(task, "big")) {
            assertThat(download.bytes().readAllBytes()).hasSize(200_000);
        }
        assertThatThrownBy(() -> insight.read(task, "way-out/etc/passwd", OptionalLong.of(0), 10))
                .as("where a link leads out").isInstanceOf(OperationException.class);
        assertThatThrownBy(() -> insight.read(task, "nothing", OptionalLong.of(0), 10))
                .isInstanceOf(OperationException.class).hasMessageContaining("There is no 'nothing'");
    }

    private static String text(FilePart part) {
        return new String(part.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void givenSimulatedAgents_whenTheyAreLookedAt_thenTheyAreAllThereAndSayThatTheyKeepNoFiles() throws Exception {
        start(EmbeddedOptions.in(directory.resolve("data")).withSimulation(SimulationOptions.of(300, 8, 8192)));
        operations.registerJob(Codecs.JOB.read("""
                {"jobName":"orders","appName":"shop","jobClass":"Orders","jobType":"SIMPLE","jobExecutionType":"TRANSIENT",
                "cron":"%s","shardingTotalCount":20,"jobParameter":"simulate=1h","cpuCount":1,"memoryMB":16}""".formatted(NEVER)), CALLER);
        operations.triggerJob("orders", CALLER);
        TaskId task = runningTask("orders");
        ClusterInsight insight = cluster.scheduler().insight();

        List<AgentSummary> agents = soon().until(() -> insight.agents().agents(),
                found -> found.stream().mapToInt(AgentSummary::tasks).sum() == 20);
        assertThat(agents).hasSize(300).allMatch(agent -> agent.state() == AgentState.ACTIVE);
        assertThat(agents.stream().mapToDouble(agent -> agent.resources().total().cpus()).sum()).isEqualTo(2400);
        assertThatThrownBy(() -> insight.files(task, "")).isInstanceOf(OperationException.class).hasMessageContaining("simulated");
    }
}
