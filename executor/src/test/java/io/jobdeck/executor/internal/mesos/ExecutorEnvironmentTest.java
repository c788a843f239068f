package io.jobdeck.executor.internal.mesos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutorEnvironmentTest {

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "MESOS_AGENT_ENDPOINT", "127.0.0.1:5051",
            "MESOS_FRAMEWORK_ID", "f-1",
            "MESOS_EXECUTOR_ID", "app@-@S1"));

    @Test
    void readsAllThatAnAgentWithCheckpointingSays() throws Exception {
        variables.putAll(Map.of("MESOS_CHECKPOINT", "1", "MESOS_RECOVERY_TIMEOUT", "10mins",
                "MESOS_SUBSCRIPTION_BACKOFF_MAX", "3secs", "MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD", "7secs",
                "MESOS_SANDBOX", "/sandbox"));

        assertThat(ExecutorEnvironment.from(variables)).isEqualTo(new ExecutorEnvironment(
                URI.create("http://127.0.0.1:5051/api/v1/executor"), "f-1", "app@-@S1", Path.of("/sandbox"), true,
                Duration.ofMinutes(10), Duration.ofSeconds(3), Duration.ofSeconds(7)));
    }

    @Test
    void takesTheDefaultsOfMesosForWhatIsNotSaid() throws Exception {
        assertThat(ExecutorEnvironment.from(variables)).isEqualTo(new ExecutorEnvironment(
                URI.create("http://127.0.0.1:5051/api/v1/executor"), "f-1", "app@-@S1", Path.of("."), false,
                Duration.ofMinutes(15), Duration.ofSeconds(2), Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MESOS_AGENT_ENDPOINT", "MESOS_FRAMEWORK_ID", "MESOS_EXECUTOR_ID"})
    void namesTheVariableThatIsMissing(String name) {
        variables.remove(name);

        assertThatThrownBy(() -> ExecutorEnvironment.from(variables))
                .isInstanceOf(NotStartedByAgentException.class)
                .hasMessageContaining(name + " is not set").hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "not a host:1", ":5051", "host:port"})
    void refusesAnEndpointThatIsNotHostAndPort(String endpoint) {
        variables.put("MESOS_AGENT_ENDPOINT", endpoint);

        assertThatThrownBy(() -> ExecutorEnvironment.from(variables))
                .isInstanceOf(NotStartedByAgentException.class).hasMessageContaining("expected HOST:PORT");
    }

    @Test
    void namesTheVariableWhoseDurationIsWrong() {
        variables.put("MESOS_RECOVERY_TIMEOUT", "soon");

        assertThatThrownBy(() -> ExecutorEnvironment.from(variables))
                .isInstanceOf(NotStartedByAgentException.class).hasMessageContaining("MESOS_RECOVERY_TIMEOUT: 'soon'");
    }
}
