package io.jobdeck.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import io.jobdeck.executor.testing.FakeAgent;
import io.jobdeck.executor.wire.TaskPayload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample as it is shipped, in a process of its own, with an agent that the test plays. */
class SampleAppIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final FakeAgent agent = new FakeAgent();
    private Sandbox sandbox;
    private Process executor;

    @BeforeEach
    void startExecutor() throws Exception {
        sandbox = Sandbox.in(directory);
        executor = sandbox.start("bin/start.sh", agent.environment(true));
        await().atMost(PATIENCE).until(agent::isSubscribed);
    }

    @AfterEach
    void stopExecutor() {
        executor.descendants().forEach(ProcessHandle::destroyForcibly);
        executor.destroyForcibly();
        agent.close();
    }

    @Test
    void threeItemsRunFinishAndWriteTheirReportsThenStopEndsTheProcess() throws Exception {
        List<String> regions = List.of("north", "south", "west");
        for (int item = 0; item < regions.size(); item++) {
            agent.launch(salesReport("t-" + item, item, regions.get(item)));
        }

        for (int item = 0; item < regions.size(); item++) {
            awaitStates("t-" + item, "RUNNING", "FINISHED");
            assertThat(sandbox.reports(regions.get(item))).singleElement()
                    .satisfies(report -> assertThat(report).content().contains("total"));
        }
        agent.message("STOP");

        assertThat(executor.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(executor.exitValue()).isZero();
        assertThat(sandbox.stdout()).contains("orders of west summed up").contains("[sales-report#2]");
        assertThat(sandbox.stderr()).isEmpty();
    }

    @Test
    void aTaskKilledInMidRunStopsWithoutAReport() {
        agent.launch(salesReport("t-1", 2, "west"));
        awaitStates("t-1", "RUNNING");

        agent.kill("t-1");

        awaitStates("t-1", "RUNNING", "KILLED");
        assertThat(directory.resolve("results")).doesNotExist();
        assertThat(executor.isAlive()).isTrue();
    }

    @Test
    void theConnectionIsMadeAgainAndTheUnacknowledgedUpdateSentAgain() {
        agent.acknowledging(false).launch(salesReport("t-1", 1, "south"));
        awaitStates("t-1", "RUNNING");

        agent.kill();
        agent.acknowledging(true).start();

        await().atMost(PATIENCE).until(() -> agent.calls("SUBSCRIBE").size() == 2);
        JsonObject again = agent.calls("SUBSCRIBE").get(1).getAsJsonObject("subscribe");
        assertThat(again.getAsJsonArray("unacknowledged_updates").get(0).getAsJsonObject().get("status"))
                .isEqualTo(agent.statuses("t-1").get(0));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(agent.states("t-1")).endsWith("FINISHED"));
    }

    @Test
    void theDaemonFiresItsCronAndKeepsThePrices() {
        agent.launch(new TaskPayload("d-1", "price-watcher", "SIMPLE", PriceWatcher.class.getName(), "* * * * * ?",
                1, 0, "", "2", false, ""));

        await().atMost(PATIENCE).until(() -> agent.states("d-1").size() >= 5);

        assertThat(agent.statuses("d-1").stream().skip(1).limit(4).map(status -> status.get("message").getAsString()))
                .containsExactly("BEGIN", "COMPLETE", "BEGIN", "COMPLETE");
        assertThat(agent.statuses("d-1")).noneMatch(status -> status.has("data"));
        agent.kill("d-1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(agent.states("d-1")).endsWith("KILLED"));
    }

    @Test
    void terminatedByAnOperatorItTellsItsTasksFirst() throws Exception {
        agent.launch(salesReport("t-1", 2, "west"));
        awaitStates("t-1", "RUNNING");

        executor.children().forEach(ProcessHandle::destroy);

        assertThat(executor.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(agent.states("t-1")).containsExactly("RUNNING", "KILLED");
    }

    @Test
    void startedByHandItSaysSoInOneLine() throws Exception {
        Process byHand = sandbox.start("bin/start.sh", Map.of());

        assertThat(byHand.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(byHand.exitValue()).isEqualTo(2);
        assertThat(sandbox.stderr().lines()).singleElement().asString().contains("MESOS_AGENT_ENDPOINT is not set");
    }

    private static TaskPayload salesReport(String taskId, int item, String region) {
        return new TaskPayload(taskId, "sales-report", "SIMPLE", SalesReport.class.getName(), "", 3, item, region, "",
                false, "");
    }

    private void awaitStates(String taskId, String... states) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(agent.states(taskId)).containsExactly(states));
    }
}
