package io.jobdeck.scheduler.embedded.agent;

import static io.jobdeck.scheduler.embedded.agent.TestTasks.FRAMEWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program is killed with SIGKILL in mid-task, and another one is started with the same directory. */
class KilledProgramIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final RecordingMaster master = new RecordingMaster();
    private Agent agent;

    @AfterEach
    void stop() {
        if (agent != null) {
            agent.stopExecutors(Duration.ofSeconds(5));
            agent.close();
        }
    }

    /** The program that is killed: an agent with one task in an executor and one command task. */
    public static void main(String[] args) throws Exception {
        RecordingMaster master = new RecordingMaster();
        new Agent(AgentOptions.in(Path.of(args[0])).withResources(Resources.of(4, 4096)), master).start();
        master.agent().runTask(FRAMEWORK, TestTasks.task("t-1", "ex", "run"));
        master.agent().runTask(FRAMEWORK, TestTasks.command("c-1", "echo ran >> ran; while [ ! -e go ]; do sleep 0.1; done"));
        Thread.currentThread().join();
    }

    private List<Path> sandboxFiles(String name) throws IOException {
        return new WorkDirectory(directory).allSandboxes().stream()
                .map(sandbox -> sandbox.resolve(name)).filter(Files::exists).toList();
    }

    private long executorsLaunched() throws IOException {
        long launched = 0;
        for (Path events : sandboxFiles("events")) {
            launched += Files.readAllLines(events).stream().filter(line -> line.startsWith("{\"type\":\"LAUNCH\"")).count();
        }
        return launched;
    }

    private void awaitLast(String task, TaskState state) {
        await().atMost(LONG).untilAsserted(() -> {
            master.updates().forEach(status ->
                    master.agent().acknowledge(FRAMEWORK.getId(), status.getTaskId(), status.getUuid()));
            assertThat(master.statesOf(task)).endsWith(state);
        });
    }

    @Test
    void everythingGoesOnAndNothingIsLostOrRunTwice() throws Exception {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dcom.google.protobuf.use_unsafe_pre22_gencode", "-cp", System.getProperty("java.class.path"),
                KilledProgramIT.class.getName(), directory.toString())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        await().atMost(LONG).until(() -> executorsLaunched() == 1 && sandboxFiles("ran").size() == 1);

        program.destroyForcibly().waitFor();
        agent = new Agent(AgentOptions.in(directory).withResources(Resources.of(4, 4096)), master);
        agent.start();

        assertThat(agent.id()).isEqualTo(RecordingMaster.AGENT);
        assertThat(master.recovered()).hasSize(2);
        awaitLast("t-1", TaskState.TASK_RUNNING);
        awaitLast("c-1", TaskState.TASK_RUNNING);
        Files.createFile(sandboxFiles("ran").get(0).resolveSibling("go"));
        awaitLast("c-1", TaskState.TASK_FINISHED);
        master.agent().killTask(FRAMEWORK.getId(), TestTasks.id("t-1"));
        awaitLast("t-1", TaskState.TASK_KILLED);
        assertThat(executorsLaunched()).isEqualTo(1);
        assertThat(sandboxFiles("ran")).singleElement().satisfies(ran -> assertThat(ran).hasContent("ran"));
    }
}
