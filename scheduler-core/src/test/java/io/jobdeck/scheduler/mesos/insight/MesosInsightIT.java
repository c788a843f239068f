package io.jobdeck.scheduler.mesos.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.SandboxListing;
import io.jobdeck.scheduler.mesos.captures.Captures;
import io.jobdeck.scheduler.mesos.endpoints.ScriptedEndpoint;
import io.jobdeck.scheduler.mesos.master.MasterLocation;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents and sandboxes as a recorded master and agent show them, and as they fail to. */
class MesosInsightIT {

    private static final String MASTER = "90bb96d8-2036-4150-81cd-1bb279b9cd43";
    private static final String AGENT = MASTER + "-S0";
    private static final TaskId TASK = TaskId.parse("job@-@0@-@READY@-@" + AGENT + "@-@uuid-1");
    private static final Instant NOW = Instant.parse("2026-11-22T15:40:00Z");

    private final Map<String, TreeNode> nodes = new HashMap<>();
    private ScriptedEndpoint master;
    private ScriptedEndpoint agent;
    private MesosInsight insight;

    @BeforeEach
    void start() throws IOException {
        master = new ScriptedEndpoint();
        agent = new ScriptedEndpoint();
        node(RegistryPaths.FRAMEWORK_ID, MASTER + "-0000");
        insight = new MesosInsight(MasterLocation.parse(master.address()), Optional.empty(), nodes,
                Clock.fixed(NOW, ZoneOffset.UTC));
        summary("\"active\":true,\"deactivated\":false");
        agent.on("/state", 200, recorded("09-agent-state.response.json"));
    }

    @AfterEach
    void stop() {
        insight.close();
        master.close();
        agent.close();
    }

    private void node(String path, String text) {
        nodes.put(path, new TreeNode(path, text, 0));
    }

    private static byte[] recorded(String file) {
        return Captures.bytes(Captures.orSkip().directory("27-uris-and-sandbox", "json").resolve(file));
    }

    private void summary(String more) {
        json("/state-summary", "{\"slaves\":[{\"id\":\"%s\",\"hostname\":\"agent-1.example\",\"pid\":\"slave(1)@%s\",%s}]}"
                .formatted(AGENT, agent.address(), more));
    }

    private void json(String path, String text) {
        master.on(path, 200, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givenTheSandboxOfAnEndedTask_whenItIsListedAndRead_thenItIsAsRecorded() {
        agent.on("/files/browse", 200, recorded("05-agent-browse-sandbox.response.json"));
        byte[] stdout = recorded("08-agent-read-stdout.response.json");
        agent.on("/files/read", exchange -> ScriptedEndpoint.send(exchange, 200,
                exchange.getRequestURI().getQuery().contains("offset=-1")
                        ? "{\"data\":\"\",\"offset\":206}".getBytes(StandardCharsets.UTF_8) : stdout));

        SandboxListing listing = insight.files(TASK, "");

        assertThat(listing.sandbox().owner()).isEqualTo(SandboxListing.Owner.EXECUTOR);
        assertThat(listing.sandbox().directory()).endsWith("/executors/foo@-@app-1/runs/081017b6-3b15-4e69-9568-d3460f7038fd");
        assertThat(listing.files()).extracting(file -> file.name()).contains("app.tar.gz", "bin", "renamed.txt", "stderr", "stdout");
        assertThat(listing.files()).filteredOn(file -> file.directory()).extracting(file -> file.name()).containsExactly("bin");
        assertThat(agent.asked()).anyMatch(asked -> asked.contains("%2Fexecutors%2Ffoo%40-%40app-1%2Fruns%2F"));
        assertThat(new String(insight.read(TASK, "stdout", OptionalLong.empty(), 1000).bytes(), StandardCharsets.UTF_8))
                .matches("(?s)app started in /.*/agent1/slaves/.*\n");
    }

    @Test
    void givenManyQuestions_whenTheyComeAtOnce_thenMasterAndAgentAreAskedOnce() {
        agent.on("/files/browse", 200, recorded("05-agent-browse-sandbox.response.json"));

        for (int count = 0; count < 5; count++) {
            insight.agents();
            insight.files(TASK, "");
        }

        assertThat(master.asked()).containsExactly("/state-summary", "/registrar(1)/registry");
        assertThat(agent.asked()).filteredOn(asked -> asked.equals("/state")).hasSize(1);
    }

    @Test
    void givenAgentsThatAreNotThere_whenTheyAreListed_thenTheyAreAwaitedOrUnreachable() {
        json("/registrar(1)/registry", """
                {"slaves":{"slaves":[{"info":{"id":{"value":"%s"},"hostname":"agent-1.example"}},
                {"info":{"id":{"value":"m-S1"},"hostname":"agent-2.example"}}]},
                "unreachable":{"slaves":[{"id":{"value":"m-S2"},"timestamp":{"nanoseconds":%d000000000}},
                {"id":{"value":"m-S3"},"timestamp":{"nanoseconds":1000000000}},
                {"id":{"value":"m-S4"},"timestamp":{"nanoseconds":1000000000}}]}}"""
                .formatted(AGENT, NOW.minusSeconds(60).getEpochSecond()));
        node(RegistryPaths.EXECUTORS + "/billing@-@m-S4", "");
        node(RegistryPaths.EXECUTORS + "/billing@-@" + AGENT, "");

        Map<String, AgentSummary> agents = new HashMap<>();
        insight.agents().agents().forEach(each -> agents.put(each.id(), each));

        assertThat(agents.keySet()).as("m-S3 was given up long ago and has nothing of ours")
                .containsExactlyInAnyOrder(AGENT, "m-S1", "m-S2", "m-S4");
        assertThat(agents.get(AGENT).state()).isEqualTo(AgentState.ACTIVE);
        assertThat(agents.get(AGENT).executors()).isEqualTo(1);
        assertThat(agents.get("m-S1").state()).isEqualTo(AgentState.AWAITED);
        assertThat(agents.get("m-S1").host()).isEqualTo("agent-2.example");
        assertThat(agents.get("m-S2").unreachableSince()).hasValue(NOW.minusSeconds(60));
        assertThat(agents.get("m-S4").state()).isEqualTo(AgentState.UNREACHABLE);
    }

    private void demand(OperationException.Kind kind, String words, Runnable question) {
        assertThatThrownBy(question::run).isInstanceOfSatisfying(OperationException.class, e -> {
            assertThat(e.getMessage()).contains(words);
            assertThat(e.kind()).isEqualTo(kind);
        });
    }

    @Test
    void givenAMasterThatIsAway_thenThatIsToldWithItsAddress() {
        master.close();

        demand(OperationException.Kind.UNAVAILABLE, "the Mesos master at " + master.address() + " cannot be asked: connection refused",
                () -> insight.agents());
    }

    @Test
    void givenAnAgentThatIsAway_thenItsFilesAreOutOfReach() {
        summary("\"active\":false,\"deactivated\":false");

        demand(OperationException.Kind.UNAVAILABLE, "Agent agent-1.example is out of reach", () -> insight.files(TASK, ""));
    }

    @Test
    void givenATaskThatItsAgentDoesNotKnow_thenNothingIsLeftOfItOrThereIsNoneYet() {
        TaskId other = TaskId.parse("job@-@1@-@READY@-@" + AGENT + "@-@uuid-2");
        TaskId elsewhere = TaskId.parse("job@-@1@-@READY@-@gone-S9@-@uuid-2");

        demand(OperationException.Kind.NOT_FOUND, "keeps nothing of this task", () -> insight.files(other, ""));
        demand(OperationException.Kind.NOT_FOUND, "does not know agent gone-S9", () -> insight.files(elsewhere, ""));
    }

    @Test
    void givenATaskOfAnotherFramework_thenItIsNotFound() {
        node(RegistryPaths.FRAMEWORK_ID, "another-0000");

        demand(OperationException.Kind.NOT_FOUND, "keeps nothing of this task", () -> insight.files(TASK, ""));
    }

    @Test
    void givenFilesThatAreGone_thenTheyAreToldFromTheSandbox() {
        demand(OperationException.Kind.NOT_FOUND, "There is no 'logs/x' in the sandbox",
                () -> insight.read(TASK, "logs/x", OptionalLong.empty(), 10));
        demand(OperationException.Kind.NOT_FOUND, "has removed the sandbox", () -> insight.files(TASK, ""));
        demand(OperationException.Kind.INVALID, "within the sandbox", () -> insight.files(TASK, "../other"));
        demand(OperationException.Kind.INVALID, "length", () -> insight.read(TASK, "stdout", OptionalLong.empty(), 0));
        demand(OperationException.Kind.INVALID, "offset", () -> insight.read(TASK, "stdout", OptionalLong.of(-1), 10));
    }
}
