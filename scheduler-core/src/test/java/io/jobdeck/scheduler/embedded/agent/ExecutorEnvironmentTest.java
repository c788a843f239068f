package io.jobdeck.scheduler.embedded.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.mesos.captures.Captures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.CommandInfo;
import org.apache.mesos.v1.Protos.Environment;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.junit.jupiter.api.Test;

class ExecutorEnvironmentTest {

    private final ExecutorEnvironment environment = new ExecutorEnvironment(
            "127.0.0.1", () -> 5051, Duration.ofSeconds(5), Duration.ofMinutes(15), "/jdk");

    @Test
    void variablesAreThoseOfARealAgent() {
        Map<String, String> recorded = new TreeMap<>();
        Captures captures = Captures.orSkip();
        Captures.text(captures.directory("03-custom-executor-lifecycle", "json").resolve("executor-ex-1/env.txt")).lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair[0].matches("PATH|LIBPROCESS_.*|MESOS_.*") && !pair[0].contains("NATIVE"))
                .forEach(pair -> recorded.put(pair[0], pair[1]));
        ExecutorRun run = run(recorded.get("MESOS_FRAMEWORK_ID"), true, CommandInfo.getDefaultInstance());
        AgentID agent = AgentID.newBuilder().setValue(recorded.get("MESOS_SLAVE_ID")).build();

        Map<String, String> variables = environment.of(run, agent, Path.of(recorded.get("MESOS_SANDBOX")));

        recorded.put("JAVA_HOME", "/jdk");
        assertThat(variables).containsExactlyInAnyOrderEntriesOf(recorded);
    }

    @Test
    void executorOfAFrameworkWithoutCheckpointIsToldSo() {
        Map<String, String> variables = environment.of(
                run("f", false, CommandInfo.getDefaultInstance()), RecordingMaster.AGENT, Path.of("/s"));

        assertThat(variables).containsEntry("MESOS_CHECKPOINT", "0")
                .doesNotContainKeys("MESOS_RECOVERY_TIMEOUT", "MESOS_SUBSCRIPTION_BACKOFF_MAX");
    }

    @Test
    void variablesOfTheCommandCome() {
        CommandInfo command = CommandInfo.newBuilder().setEnvironment(Environment.newBuilder()
                .addVariables(Environment.Variable.newBuilder().setName("JAVA_HOME").setValue("/other"))
                .addVariables(Environment.Variable.newBuilder().setName("MINE").setValue("1"))).build();

        Map<String, String> variables = environment.of(run("f", true, command), RecordingMaster.AGENT, Path.of("/s"));

        assertThat(variables).containsEntry("JAVA_HOME", "/other").containsEntry("MINE", "1");
    }

    private static ExecutorRun run(String framework, boolean checkpoint, CommandInfo command) {
        FrameworkRun owner = new FrameworkRun(TestTasks.FRAMEWORK.toBuilder()
                .setId(FrameworkID.newBuilder().setValue(framework)).setCheckpoint(checkpoint).build());
        return new ExecutorRun(owner, ExecutorInfo.newBuilder()
                .setExecutorId(TestTasks.executor("ex-1")).setCommand(command).build(), "c", false);
    }
}
