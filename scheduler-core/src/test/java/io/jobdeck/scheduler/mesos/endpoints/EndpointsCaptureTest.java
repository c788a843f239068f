package io.jobdeck.scheduler.mesos.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jobdeck.scheduler.insight.AgentResources;
import io.jobdeck.scheduler.mesos.captures.Captures;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;

/** What a real master and a real agent of Mesos 1.11 answered is understood (captures 20, 27, 30 and 31). */
class EndpointsCaptureTest {

    private static byte[] recorded(String scenario, String file) {
        return Captures.bytes(Captures.orSkip().directory(scenario, "json").resolve(file));
    }

    @Test
    void givenTheSummaryOfAMaster_thenItsAgentIsReadWithAllThatIsShown() throws Exception {
        List<MasterAgent> agents = StateSummary.agents(recorded("30-master-endpoints", "08-GET_state-summary.response.json"));

        assertThat(agents).singleElement().satisfies(agent -> {
            assertThat(agent.id()).isEqualTo("506c05b8-a3d5-4b39-a709-5e28cd80f752-S0");
            assertThat(agent.host()).isEqualTo("agent-1.example");
            assertThat(agent.address()).hasValue(new AgentAddress("127.0.0.1:5051"));
            assertThat(agent.active()).isTrue();
            assertThat(agent.deactivated()).isFalse();
            assertThat(agent.drainState()).isEmpty();
            assertThat(agent.version()).isEqualTo("1.11.1");
            assertThat(agent.attributes()).containsExactly(Map.entry("rack", "r1"), Map.entry("level", "10"), Map.entry("span", "[1-5]"));
            assertThat(agent.resources().total()).isEqualTo(new AgentResources(4, 4096, 10240, 0));
            assertThat(agent.resources().used()).isEqualTo(new AgentResources(0.6, 96, 0, 0));
            assertThat(agent.resources().offered()).isEqualTo(new AgentResources(3.4, 4000, 10240, 0));
            assertThat(agent.resources().reserved()).isEqualTo(AgentResources.NONE);
            assertThat(agent.tasks()).as("one runs, the other has ended").isEqualTo(1);
            assertThat(agent.registered()).hasValueSatisfying(since ->
                    assertThat(since).isBetween(Instant.ofEpochSecond(1795361289), Instant.ofEpochSecond(1795361290)));
        });
    }

    @Test
    void givenAnAgentThatWasDrained_thenItsStateIsTold() throws Exception {
        List<MasterAgent> agents = StateSummary.agents(
                recorded("20-agent-drained-partition-aware", "08-master-slaves-after.response.json"));

        assertThat(agents).extracting(MasterAgent::host, MasterAgent::drainState, MasterAgent::active, MasterAgent::deactivated)
                .containsExactly(tuple("agent-2.example", "", true, false),
                        tuple("agent-1.example", "DRAINED", false, true));
    }

    @Test
    void givenTheRegistryOfAMaster_thenItsAgentsAreKnownByName() throws Exception {
        Registrar registrar = RegistrarText.read(recorded("30-master-endpoints", "33-GET_registrar(1)_registry.response.json"));

        assertThat(registrar.admitted()).containsExactly(Map.entry("506c05b8-a3d5-4b39-a709-5e28cd80f752-S0", "agent-1.example"));
        assertThat(registrar.unreachable()).isEmpty();
    }

    @Test
    void givenARegistryWithAnUnreachableAgent_thenItIsKnownSinceWhen() throws Exception {
        Registrar registrar = RegistrarText.read("""
                {"unreachable":{"slaves":[{"id":{"value":"m-S7"},"timestamp":{"nanoseconds":1795361289718774016}}]}}"""
                .getBytes(StandardCharsets.UTF_8));

        assertThat(registrar.unreachable().get("m-S7")).isCloseTo(Instant.ofEpochSecond(1795361289, 718_774_016), within());
    }

    private static TemporalUnitOffset within() {
        return Assertions.within(1, ChronoUnit.MILLIS);
    }

    @Test
    void givenTheStateOfAnAgent_thenTheRunOfALiveAndOfAnEndedTaskIsFound() throws Exception {
        byte[] state = recorded("31-agent-endpoints", "01-GET_state.response.json");
        String framework = "506c05b8-a3d5-4b39-a709-5e28cd80f752-0000";
        String directory = directoryIn(state, "/executors/ex-1/runs/981a48c5-ebe9-4bab-87ad-5b89ab19b14c");

        assertThat(AgentRuns.read(state, framework, "t-run")).containsExactly(new SandboxRun("ex-1", directory, true, true));
        assertThat(AgentRuns.read(state, framework, "t-fin")).containsExactly(new SandboxRun("ex-1", directory, true, true));
        assertThat(AgentRuns.read(state, framework, "t-other")).containsExactly(new SandboxRun("ex-1", directory, true, false));
        assertThat(AgentRuns.read(state, "another-framework", "t-run")).isEmpty();
    }

    /** Where the recorded agent kept its sandboxes is its own affair. */
    private static String directoryIn(byte[] state, String end) {
        Matcher directory = Pattern.compile("\"directory\":\"(/[^\"]*" + Pattern.quote(end) + ")\"")
                .matcher(new String(state, StandardCharsets.UTF_8).replace("\\/", "/"));
        assertThat(directory.find()).isTrue();
        return directory.group(1);
    }

    @Test
    void givenAPartOfAFile_thenItsBytesAreAsInTheFile() throws Exception {
        FileBytes log = FileBytes.read(recorded("27-uris-and-sandbox", "07-agent-read-stderr.response.json"));
        FileBytes size = FileBytes.read(recorded("31-agent-endpoints", "13-GET_files_read-stdout-size.response.json"));

        assertThat(new String(log.bytes(), StandardCharsets.UTF_8))
                .startsWith("I20261122 15:37:21.486785 26084 fetcher.cpp:562] Fetcher Info: {\"cache_directory\":\"/tmp/mesos/fetch/root\"")
                .endsWith("\n");
        assertThat(size.bytes()).isEmpty();
    }

    @Test
    void givenBytesThatAreNoText_thenNoneIsLostOrChanged() throws Exception {
        byte[] answer = concat("{\"data\":\"a\\u0000\\\"", new byte[] {(byte) 0xC3, (byte) 0xA9, (byte) 0xFF, (byte) 0x80}, "\\n\",\"offset\":7}");

        FileBytes read = FileBytes.read(answer);

        assertThat(read.offset()).isEqualTo(7);
        assertThat(read.bytes()).isEqualTo(new byte[] {'a', 0, '"', (byte) 0xC3, (byte) 0xA9, (byte) 0xFF, (byte) 0x80, '\n'});
    }

    @Test
    void givenAnswersThatAreNotOfMesos_thenTheyAreOddInsteadOfAFault() {
        for (String text : List.of("", "<html>", "{\"slaves\":[{", "[1,2", "{\"slaves\":[]}{")) {
            assertThatThrownBy(() -> StateSummary.agents(text.getBytes(StandardCharsets.UTF_8))).as(text)
                    .isInstanceOfSatisfying(EndpointException.class,
                            e -> assertThat(e.kind()).isEqualTo(EndpointException.Kind.ODD));
        }
    }

    private static byte[] concat(String before, byte[] middle, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(middle);
        all.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }
}
