package io.jobdeck.executor.internal.mesos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    @Test
    void subscribedNamesTheAgent() {
        assertThat(read("""
                {"type":"SUBSCRIBED","subscribed":{"agent_info":{"hostname":"h","id":{"value":"S1"}},"new_member":1}}"""))
                .isEqualTo(new AgentEvent.Subscribed("S1", "h"));
    }

    @Test
    void launchCarriesTheDataAndTheWholeTaskInfo() {
        AgentEvent event = read("""
                {"type":"LAUNCH","launch":{"task":{"name":"n","task_id":{"value":"t"},"data":"cnVu"}}}""");

        assertThat(event).isInstanceOfSatisfying(AgentEvent.Launch.class, launch -> {
            assertThat(launch.taskId()).isEqualTo("t");
            assertThat(launch.data()).asString().isEqualTo("run");
            assertThat(launch.info()).hasToString("{\"name\":\"n\",\"task_id\":{\"value\":\"t\"},\"data\":\"cnVu\"}");
        });
    }

    @Test
    void aTaskWithoutDataIsALaunchWithNone() {
        assertThat(read("{\"type\":\"LAUNCH\",\"launch\":{\"task\":{\"task_id\":{\"value\":\"t\"}}}}"))
                .isInstanceOfSatisfying(AgentEvent.Launch.class, launch -> assertThat(launch.data()).isEmpty());
    }

    @Test
    void launchGroupNamesItsTasks() {
        assertThat(read("""
                {"type":"LAUNCH_GROUP","launch_group":{"task_group":{"tasks":[{"task_id":{"value":"a"}},\
                {"task_id":{"value":"b"}}]}}}""")).isEqualTo(new AgentEvent.LaunchGroup(List.of("a", "b")));
    }

    @Test
    void killMayHaveAGracePeriod() {
        assertThat(read("{\"type\":\"KILL\",\"kill\":{\"task_id\":{\"value\":\"t\"}}}"))
                .isEqualTo(new AgentEvent.Kill("t", Optional.empty()));
        assertThat(read("""
                {"type":"KILL","kill":{"task_id":{"value":"t"},"kill_policy":{"grace_period":{"nanoseconds":3000000000}}}}"""))
                .isEqualTo(new AgentEvent.Kill("t", Optional.of(Duration.ofSeconds(3))));
    }

    @Test
    void acknowledgedNamesTheUpdate() {
        assertThat(read("""
                {"type":"ACKNOWLEDGED","acknowledged":{"task_id":{"value":"t-1"},"uuid":"IVTpKiFFR6K51EAY5Ixmqg=="}}"""))
                .isEqualTo(new AgentEvent.Acknowledged("t-1", UUID.fromString("2154e92a-2145-47a2-b9d4-4018e48c66aa")));
    }

    @Test
    void messageShutdownErrorAndWhatIsNotKnown() {
        assertThat(read("{\"type\":\"MESSAGE\",\"message\":{\"data\":\"U1RPUA==\"}}"))
                .isInstanceOfSatisfying(AgentEvent.Message.class, it -> assertThat(it.data()).asString().isEqualTo("STOP"));
        assertThat(read("{\"type\":\"SHUTDOWN\"}")).isEqualTo(new AgentEvent.Shutdown());
        assertThat(read("{\"type\":\"ERROR\",\"error\":{\"message\":\"m\"}}")).isEqualTo(new AgentEvent.Failure("m"));
        assertThat(read("{\"type\":\"HEARTBEAT\"}")).isEqualTo(new AgentEvent.Ignored("HEARTBEAT"));
        assertThat(read("{\"type\":\"SOMETHING_NEW\"}")).isEqualTo(new AgentEvent.Ignored("SOMETHING_NEW"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"type\":", "{\"type\":\"KILL\"}", "{\"type\":\"KILL\",\"kill\":{}}",
            "{\"type\":\"LAUNCH\",\"launch\":{\"task\":{\"task_id\":{\"value\":\"t\"},\"data\":\"%%%\"}}}",
            "{\"type\":\"ACKNOWLEDGED\",\"acknowledged\":{\"task_id\":{\"value\":\"t\"},\"uuid\":\"c2hvcnQ=\"}}"})
    void whatCannotBeReadIsRefused(String record) {
        assertThatThrownBy(() -> read(record)).isInstanceOf(IllegalArgumentException.class);
    }

    private static AgentEvent read(String record) {
        return EventReader.read(record.getBytes(StandardCharsets.UTF_8));
    }
}
