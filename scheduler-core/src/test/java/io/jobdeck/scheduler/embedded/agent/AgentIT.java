package io.jobdeck.scheduler.embedded.agent;

import static io.jobdeck.scheduler.embedded.agent.TestTasks.FRAMEWORK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors and command tasks as real processes, with crashes of them and of the agent. */
class AgentIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private RecordingMaster master = new RecordingMaster();
    private Agent agent;

    @AfterEach
    void stop() {
        if (agent != null) {
            agent.stopExecutors(Duration.ofSeconds(5));
            agent.close();
        }
    }

    private AgentOptions options() {
        return AgentOptions.in(directory).withResources(Resources.of(4, 4096));
    }

    private void start() throws IOException {
        agent = new Agent(options(), master);
        agent.start();
    }

    private void crashAndRestart() throws IOException {
        agent.abandon();
        restart();
    }

    private void restart() throws IOException {
        master = new RecordingMaster();
        start();
    }

    private void awaitStates(String task, TaskState... states) {
        await().atMost(LONG).untilAsserted(() -> assertThat(master.statesOf(task)).containsExactly(states));
    }

    private void acknowledgeAll() {
        master.updates().forEach(status ->
                master.agent().acknowledge(FRAMEWORK.getId(), status.getTaskId(), status.getUuid()));
    }

    private TaskStatus last(String task) {
        return master.updates().stream().filter(status -> status.getTaskId().getValue().equals(task))
                .reduce((first, second) -> second).orElseThrow();
    }

    private long pid(String task) {
        return last(task).getContainerStatus().getExecutorPid();
    }

    private void awaitDead(long pid) {
        await().atMost(LONG).until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void killedExecutorFailsItsTasksWithTheSignal() throws IOException {
        start();
        master.agent().runTask(FRAMEWORK, TestTasks.task("t-1", "ex", "run"));
        awaitStates("t-1", TaskState.TASK_RUNNING);
        acknowledgeAll();
        ProcessHandle launcher = ProcessHandle.of(pid("t-1")).orElseThrow();
        ProcessHandle executor = launcher.children().findFirst().orElseThrow();

        executor.destroyForcibly();

        awaitStates("t-1", TaskState.TASK_RUNNING, TaskState.TASK_FAILED);
        assertThat(last("t-1").getReason()).isEqualTo(TaskStatus.Reason.REASON_EXECUTOR_TERMINATED);
        assertThat(master.events().stream().filter(Event::hasFailure).map(event -> event.getFailure().getStatus()))
                .containsExactly(9);
    }

    @Test
    void killingTheLauncherAloneLeavesNoProcessBehind() throws IOException {
        start();
        master.agent().runTask(FRAMEWORK, TestTasks.task("t-1", "ex", "run"));
        awaitStates("t-1", TaskState.TASK_RUNNING);
        ProcessHandle launcher = ProcessHandle.of(pid("t-1")).orElseThrow();
        long executor = launcher.children().findFirst().orElseThrow().pid();
        acknowledgeAll();

        launcher.destroyForcibly();

        awaitStates("t-1", TaskState.TASK_RUNNING, TaskState.TASK_FAILED);
        awaitDead(executor);
    }

    @Test
    void executorOutlivesTheAgentAndComesBackWithoutRunningItsTaskAgain() throws IOException {
        start();
        master.agent().runTask(FRAMEWORK, TestTasks.task("t-1", "ex", "run"));
        awaitStates("t-1", TaskState.TASK_RUNNING);
        long pid = pid("t-1");
        int port = agent.port();

        crashAndRestart();

        assertThat(agent.port()).isEqualTo(port);
        assertThat(agent.id()).isEqualTo(RecordingMaster.AGENT);
        assertThat(master.recovered()).singleElement().satisfies(recovered -> {
            assertThat(recovered.executor().getExecutorId().getValue()).isEqualTo("ex");
            assertThat(recovered.tasks()).singleElement().satisfies(task -> assertThat(task.getName()).isEqualTo("task t-1"));
            assertThat(recovered.latest()).singleElement()
                    .satisfies(status -> assertThat(status.getState()).isEqualTo(TaskState.TASK_RUNNING));
        });
        awaitStates("t-1", TaskState.TASK_RUNNING);
        acknowledgeAll();
        master.agent().runTask(FRAMEWORK, TestTasks.task("t-2", "ex", "finish"));
        awaitStates("t-2", TaskState.TASK_RUNNING);
        acknowledgeAll();
        awaitStates("t-2", TaskState.TASK_RUNNING, TaskState.TASK_FINISHED);
        assertThat(pid("t-2")).isEqualTo(pid);
        assertThat(eventsOf("ex").stream().filter(event -> event.contains("\"LAUNCH\"")).toList()).hasSize(2);
        master.agent().killTask(FRAMEWORK.getId(), TestTasks.id("t-1"));
        awaitStates("t-1", TaskState.TASK_RUNNING, TaskState.TASK_KILLED);
    }

    @Test
    void executorThatFinishesItsTaskWhileTheAgentIsAwayReportsItAfterwards() throws IOException {
        start();
        master.agent().runTask(FRAMEWORK, TestTasks.task("t-1", "ex", "run"));
        awaitStates("t-1", TaskState.TASK_RUNNING);
        acknowledgeAll();
        master.agent().sendToExecutor(FRAMEWORK.getId(), TestTasks.executor("ex"),
                ByteString.copyFromUtf8("sleep 0.5 update t-1 TASK_FINISHED"));
        await().atMost(LONG).until(() -> eventsOf("ex").stream().anyMatch(event -> event.contains("MESSAGE")));
        agent.abandon();
        await().atMost(LONG).until(() -> eventsOf("ex").stream().anyMatch(event -> event.contains("UNREACHABLE")));

        restart();

        awaitStates("t-1", TaskState.TASK_FINISHED);
        assertThat(last("t-1").getContainerStatus().getExecutorPid()).isNotZero();
        await().atMost(LONG).untilAsserted(() -> assertThat(eventsOf("ex")).last().asString().contains("ACKNOWLEDGED"));
    }

    @Test
    void executorThatDiesWhileTheAgentIsAwayFailsItsTasksAfterwards() throws IOException {
        start();
        master.agent().runTask(FRAMEWORK, TestTasks.task("t-1", "ex", "run"));
        awaitStates("t-1", TaskState.TASK_RUNNING);
        long pid = pid("t-1");
        agent.abandon();
        ProcessHandle.of(pid).orElseThrow().children().forEach(ProcessHandle::destroyForcibly);
        awaitDead(pid);

        restart();

        awaitStates("t-1", TaskState.TASK_RUNNING);
        acknowledgeAll();
        awaitStates("t-1", TaskState.TASK_RUNNING, TaskState.TASK_FAILED);
        assertThat(master.events()).anySatisfy(event -> assertThat(event.getFailure().getStatus()).isEqualTo(9));
    }

    @Test
    void commandTaskGoesOnWhileTheAgentIsAwayAndItsEndIsFound() throws IOException {
        start();
        master.agent().runTask(FRAMEWORK, TestTasks.command("c-1", "while [ ! -e go ]; do sleep 0.05; done; echo x >> ran; exit 3"));
        awaitStates("c-1", TaskState.TASK_STARTING);
        acknowledgeAll();
        awaitStates("c-1", TaskState.TASK_STARTING, TaskState.TASK_RUNNING);
        long pid = pid("c-1");
        agent.abandon();
        Path sandbox = sandbox("c-1");
        Files.createFile(sandbox.resolve("go"));
        awaitDead(pid);

        restart();

        awaitStates("c-1", TaskState.TASK_RUNNING);
        acknowledgeAll();
        awaitStates("c-1", TaskState.TASK_RUNNING, TaskState.TASK_FAILED);
        assertThat(last("c-1").getMessage()).isEqualTo("Command exited with status 3");
        assertThat(sandbox.resolve("ran")).hasContent("x");
        acknowledgeAll();
    }

    @Test
    void commandTaskThatStillRunsAfterTheRestartIsWatchedOn() throws IOException {
        start();
        master.agent().runTask(FRAMEWORK, TestTasks.command("c-1", "while [ ! -e go ]; do sleep 0.05; done"));
        awaitStates("c-1", TaskState.TASK_STARTING);

        crashAndRestart();
        awaitStates("c-1", TaskState.TASK_STARTING);
        Files.createFile(sandbox("c-1").resolve("go"));

        acknowledgeAll();
        awaitStates("c-1", TaskState.TASK_STARTING, TaskState.TASK_RUNNING);
        acknowledgeAll();
        awaitStates("c-1", TaskState.TASK_STARTING, TaskState.TASK_RUNNING, TaskState.TASK_FINISHED);
    }

    @Test
    void stoppingEndsEverythingAndTellsIt() throws IOException {
        start();
        master.agent().runTask(FRAMEWORK, TestTasks.task("t-1", "ex", "run"));
        master.agent().runTask(FRAMEWORK, TestTasks.command("c-1", "sleep 1000 & sleep 1000"));
        awaitStates("t-1", TaskState.TASK_RUNNING);
        await().atMost(LONG).until(() -> !master.statesOf("c-1").isEmpty());
        acknowledgeAll();
        awaitStates("c-1", TaskState.TASK_STARTING, TaskState.TASK_RUNNING);
        acknowledgeAll();
        List<ProcessHandle> processes = ProcessHandle.of(pid("c-1")).orElseThrow().descendants().toList();

        agent.stopExecutors(Duration.ofSeconds(5));

        assertThat(master.statesOf("t-1")).endsWith(TaskState.TASK_KILLED);
        assertThat(master.statesOf("c-1")).endsWith(TaskState.TASK_KILLED);
        assertThat(processes).isNotEmpty();
        processes.forEach(process -> awaitDead(process.pid()));
    }

    @Test
    void frameworkThatIsGoneLeavesNothing() throws IOException {
        start();
        master.agent().runTask(FRAMEWORK, TestTasks.task("t-1", "ex", "run"));
        awaitStates("t-1", TaskState.TASK_RUNNING);
        long pid = pid("t-1");

        master.agent().shutdownFramework(FRAMEWORK.getId());

        awaitDead(pid);
        assertThat(eventsOf("ex")).last().asString().isEqualTo("{\"type\":\"SHUTDOWN\"}");
        assertThat(master.events()).hasSize(1);
    }

    @Test
    void taskOfANative215ExecutorIsRefusedWithTheReason() throws IOException {
        start();
        byte[] data = {(byte) 0xac, (byte) 0xed, 0, 5, 's'};

        master.agent().runTask(FRAMEWORK,
                TestTasks.task("t-1", "ex", "").toBuilder().setData(ByteString.copyFrom(data)).build());

        awaitStates("t-1", TaskState.TASK_ERROR);
        assertThat(last("t-1").getMessage()).contains("2.1.5").contains("real Mesos");
        assertThat(last("t-1").hasUuid()).isTrue();
    }

    @Test
    void directoryInUseIsRefusedInOneSentence() throws IOException {
        start();

        try (Agent second = new Agent(options(), new RecordingMaster())) {
            assertThatThrownBy(second::start).isInstanceOf(AgentStartException.class).hasMessageContaining("is used by another");
        }
    }

    private List<String> eventsOf(String executor) throws IOException {
        Path events = sandbox(executor).resolve("events");
        return Files.exists(events) ? Files.readAllLines(events) : List.of();
    }

    private Path sandbox(String executor) throws IOException {
        Optional<Path> sandbox = new WorkDirectory(directory).allSandboxes().stream()
                .filter(path -> path.getParent().getParent().getFileName().toString().equals(executor)).findFirst();
        return sandbox.orElseThrow();
    }
}
