package io.jobdeck.scheduler.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.insight.AgentResources;
import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.ExecutorSandbox;
import io.jobdeck.scheduler.insight.FileDownload;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.operations.Samples;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.rest.v2.ApiDocument;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents and files over REST: what the server says, and what a console at the other end makes of it. */
class InsightCallsIT {

    private static final TaskId TASK = TaskId.parse("t1@-@0@-@READY@-@S1@-@08dd68c0-aeff-4746-b9e3-1ee2ce3fe12a");
    private static final String FILES = "/api/v2/tasks/" + TASK + "/files";
    private RestFixture rest;
    private RestInsight insight;

    @BeforeEach
    void start() throws Exception {
        rest = new RestFixture();
        insight = new RestInsight(() -> Optional.of(rest.address()), ClientAccess.anonymous(), any -> true);
    }

    @AfterEach
    void stop() throws IOException {
        insight.close();
        rest.close();
    }

    private static AgentSummary agent(int number, AgentState state) {
        AgentResources total = new AgentResources(8, 1024.5, 10, 1);
        return new AgentSummary("S" + number, "host-%05d".formatted(number), state, "1.11.1", Map.of("rack", "r1"),
                new AgentSummary.Resources(total, new AgentResources(1.5, 64, 0, 0), AgentResources.NONE, AgentResources.NONE),
                number, 1, Optional.of(Instant.parse("2026-11-22T09:00:00Z")), Optional.empty());
    }

    private void demandAsDocumented(HttpResponse<String> answer, String schema) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(new ApiDocument(rest.get("/api/v2/openapi.json")).faults(schema, answer.body())).isEmpty();
    }

    @Test
    void givenMoreAgentsThanAPageHolds_whenTheConsoleAsks_thenItHasAllOfThemAsTheyAre() {
        List<AgentSummary> agents = IntStream.range(0, 2500).mapToObj(number -> agent(number, AgentState.ACTIVE)).toList();
        rest.insight.agents(agents);

        assertThat(insight.agents().agents()).isEqualTo(agents);
        assertThat(insight.agents().asOf()).isEqualTo(KnownCluster.AS_OF);
    }

    @Test
    void agentsAreListedShownAndChosenAsDocumented() throws Exception {
        rest.insight.agents(List.of(agent(1, AgentState.ACTIVE), agent(2, AgentState.DRAINING)));
        rest.registry.commit(new Transaction(List.of(new Change.Create(RegistryPaths.EXECUTORS + "/foo_app@-@S1", ""))));
        assertThat(rest.send("POST", "/api/v2/apps", Samples.appJson()).statusCode()).isEqualTo(201);

        demandAsDocumented(rest.send("GET", "/api/v2/agents", null), "AgentPage");
        assertThat(rest.get("/api/v2/agents?state=DRAINING")).contains("\"total\":1").contains("\"id\":\"S2\"");
        assertThat(rest.get("/api/v2/agents?host=00001&limit=1")).contains("\"total\":1").contains("\"id\":\"S1\"");
        Awaitility.await().until(() -> rest.get("/api/v2/agents/S1").contains("foo_app@-@S1"));
        demandAsDocumented(rest.send("GET", "/api/v2/agents/S1", null), "AgentDetail");
        demandAsDocumented(rest.send("GET", "/api/v2/apps/foo_app/executors", null), "Executors");
        assertThat(rest.get("/api/v2/apps/foo_app/executors")).contains("\"agentHost\":\"host-00001\"");
        assertThat(rest.send("GET", "/api/v2/agents/S9", null).statusCode()).isEqualTo(404);
        assertThat(rest.send("GET", "/api/v2/apps/other/executors", null).statusCode()).isEqualTo(404);
    }

    @Test
    void filesAreListedReadAndSentAsTheyAre() throws Exception {
        byte[] binary = new byte[300_000];
        IntStream.range(0, binary.length).forEach(index -> binary[index] = (byte) (index * 7));
        rest.insight.file("stdout", "first line\n作业\n".getBytes(StandardCharsets.UTF_8));
        rest.insight.file("core dump", binary);

        demandAsDocumented(rest.send("GET", FILES, null), "Files");
        assertThat(insight.files(TASK, "")).isEqualTo(rest.insight.files(TASK, ""));
        assertThat(new String(insight.read(TASK, "stdout", OptionalLong.of(6), 4).bytes(), StandardCharsets.UTF_8)).isEqualTo("line");
        assertThat(insight.read(TASK, "core dump", OptionalLong.empty(), 1000))
                .isEqualTo(rest.insight.read(TASK, "core dump", OptionalLong.empty(), 1000));
        try (FileDownload download = insight.download(TASK, "core dump")) {
            assertThat(download.size()).hasValue(binary.length);
            assertThat(download.name()).isEqualTo("core dump");
            assertThat(download.bytes().readAllBytes()).isEqualTo(binary);
        }
        HttpResponse<String> text = rest.send("GET", FILES + "/content?path=stdout&offset=0&length=5", null);
        assertThat(text.headers().map()).containsEntry("file-offset", List.of("0")).containsEntry("file-size", List.of("18"))
                .containsEntry("file-binary", List.of("false")).containsEntry("x-content-type-options", List.of("nosniff"));
        assertThat(rest.send("GET", FILES + "/download?path=stdout", null).headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"stdout\"");
    }

    @Test
    void wrongQuestionsAreRefusedByName() throws Exception {
        assertThat(rest.get(FILES + "/content")).contains("\"field\":\"path\"");
        assertThat(rest.get(FILES + "/content?path=x&offset=-1")).contains("\"field\":\"offset\"");
        assertThat(rest.get(FILES + "/content?path=x&length=9999999")).contains("\"field\":\"length\"");
        assertThat(rest.send("GET", "/api/v2/tasks/nonsense/files", null).statusCode()).isEqualTo(404);
    }

    @Test
    void whatTheClusterRefusesTheConsoleHearsInTheSameWords() {
        for (OperationException refusal : List.of(OperationException.notFound("The file is gone."),
                OperationException.conflict("No sandbox yet."), OperationException.unavailable("The agent is away.", null))) {
            rest.insight.refuse(refusal);

            demandRefusal(refusal.kind(), refusal.getMessage(), () -> insight.agents());
            demandRefusal(refusal.kind(), refusal.getMessage(), () -> insight.files(TASK, ""));
            demandRefusal(refusal.kind(), refusal.getMessage(), () -> insight.read(TASK, "x", OptionalLong.empty(), 1));
            demandRefusal(refusal.kind(), refusal.getMessage(), () -> insight.download(TASK, "x"));
        }
    }

    private static void demandRefusal(Kind kind, String words, Runnable question) {
        assertThatThrownBy(question::run).isInstanceOfSatisfying(OperationException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.getMessage()).isEqualTo(words);
        });
    }

    @Test
    void theCallOf215ListsTheSandboxesOfAnApp() throws Exception {
        assertThat(rest.get("/api/operate/sandbox?appName=foo_app"))
                .isEqualTo("[{\"hostname\":\"agent-1\",\"path\":\"/slaves/S0/run of foo_app\"}]");
        assertThat(rest.send("GET", "/api/operate/sandbox", null).statusCode()).isEqualTo(400);
        assertThat(insight.sandboxes("foo_app")).containsExactly(new ExecutorSandbox("agent-1", "/slaves/S0/run of foo_app"));
    }
}
