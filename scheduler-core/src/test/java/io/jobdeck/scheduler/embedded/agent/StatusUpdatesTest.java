package io.jobdeck.scheduler.embedded.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream of status updates of a task; times are those of the recorded scenario 04-unacknowledged-update-retry. */
class StatusUpdatesTest {

    private static final ByteString RUNNING = ByteString.copyFromUtf8("running-uuid-16b");
    private static final ByteString FINISHED = ByteString.copyFromUtf8("finish-uuid-16by");

    @TempDir
    private Path directory;

    private final ManualEventLoop loop = new ManualEventLoop();
    private final RecordingMaster master = new RecordingMaster();
    private final AgentState state = new AgentState();
    private Journal journal;
    private StatusUpdates updates;
    private TaskRun task;

    @BeforeEach
    void launchTask() throws IOException {
        journal = Journal.open(directory.resolve("journal"), record -> { });
        Persistence persistence = new Persistence(journal, state, loop);
        updates = new StatusUpdates(state, persistence, master, loop);
        persistence.store(new AgentRecord.Registered(RecordingMaster.AGENT));
        var info = TestTasks.task("t-1", "ex", "run");
        persistence.store(new AgentRecord.RunCreated(TestTasks.FRAMEWORK, info.getExecutor(), "c", false));
        persistence.store(new AgentRecord.TaskAdded("c", info));
        task = state.task(TestTasks.FRAMEWORK.getId(), info.getTaskId()).orElseThrow();
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private void add(TaskState reported, ByteString uuid) {
        updates.add(task, TaskStatus.newBuilder().setTaskId(task.id()).setState(reported).setUuid(uuid).build());
        loop.run();
    }

    private void acknowledge(ByteString uuid) {
        updates.acknowledge(TestTasks.FRAMEWORK.getId(), task.id(), uuid);
        loop.run();
    }

    @Test
    void unacknowledgedUpdateIsSentAgainAfterTenSecondsAndThenAfterTwiceTheTime() {
        add(TaskState.TASK_RUNNING, RUNNING);
        assertThat(master.updates()).hasSize(1);

        loop.pass(Duration.ofMillis(9_999));
        assertThat(master.updates()).hasSize(1);
        loop.pass(Duration.ofMillis(1));
        assertThat(master.updates()).hasSize(2);
        loop.pass(Duration.ofMillis(19_999));
        assertThat(master.updates()).hasSize(2);
        loop.pass(Duration.ofMillis(1));
        assertThat(master.updates()).hasSize(3);
        assertThat(master.updates()).allMatch(status -> status.equals(master.updates().get(0)));
    }

    @Test
    void retriesNeverWaitLongerThanTenMinutes() {
        add(TaskState.TASK_RUNNING, RUNNING);
        loop.pass(Duration.ofHours(1));
        int before = master.updates().size();

        loop.pass(Duration.ofMinutes(10));

        assertThat(master.updates()).hasSize(before + 1);
    }

    @Test
    void nextUpdateWaitsForTheAcknowledgementOfTheOneBeforeWhileRetriesTellTheLatestState() {
        add(TaskState.TASK_RUNNING, RUNNING);
        add(TaskState.TASK_FINISHED, FINISHED);
        loop.pass(Duration.ofSeconds(10));

        assertThat(master.statesOf("t-1")).containsExactly(TaskState.TASK_RUNNING, TaskState.TASK_RUNNING);
        assertThat(master.latestStates()).containsExactly(TaskState.TASK_RUNNING, TaskState.TASK_FINISHED);
        acknowledge(RUNNING);
        assertThat(master.statesOf("t-1")).endsWith(TaskState.TASK_FINISHED);
    }

    @Test
    void wrongAndRepeatedAcknowledgementsAreIgnored() {
        add(TaskState.TASK_RUNNING, RUNNING);
        acknowledge(FINISHED);
        acknowledge(RUNNING);
        acknowledge(RUNNING);
        add(TaskState.TASK_FINISHED, FINISHED);
        acknowledge(RUNNING);

        assertThat(task.unacknowledged().getUuid()).isEqualTo(FINISHED);
    }

    @Test
    void taskIsForgottenOnceItsEndIsAcknowledged() {
        add(TaskState.TASK_FINISHED, FINISHED);
        acknowledge(FINISHED);

        assertThat(state.task(TestTasks.FRAMEWORK.getId(), task.id())).isEmpty();
        loop.pass(Duration.ofHours(1));
        assertThat(master.updates()).hasSize(1);
    }

    @Test
    void updateThatComesAgainIsNotSentAgain() {
        add(TaskState.TASK_RUNNING, RUNNING);
        acknowledge(RUNNING);
        add(TaskState.TASK_RUNNING, RUNNING);

        assertThat(master.updates()).hasSize(1);
        assertThat(task.unacknowledged()).isNull();
    }

    @Test
    void nothingIsToldAfterTheEnd() {
        add(TaskState.TASK_FINISHED, FINISHED);
        add(TaskState.TASK_RUNNING, RUNNING);
        acknowledge(FINISHED);

        assertThat(master.statesOf("t-1")).containsExactly(TaskState.TASK_FINISHED);
    }

    @Test
    void returningSchedulerGetsTheWaitingUpdateAtOnce() {
        add(TaskState.TASK_RUNNING, RUNNING);

        updates.resend(TestTasks.FRAMEWORK.getId());
        loop.run();

        assertThat(master.updates()).hasSize(2);
    }

    @Test
    void stateIsTheSameWhenReadBackFromTheJournalAndFromItsSnapshot() throws IOException {
        add(TaskState.TASK_RUNNING, RUNNING);
        acknowledge(RUNNING);
        add(TaskState.TASK_FINISHED, FINISHED);
        journal.commit();

        AgentState read = new AgentState();
        Journal.open(directory.resolve("journal"), bytes -> read.apply(AgentRecordCodec.decode(bytes))).close();
        AgentState again = new AgentState();
        read.snapshot().forEach(record -> again.apply(AgentRecordCodec.decode(AgentRecordCodec.encode(record))));

        assertThat(read.snapshot()).isEqualTo(state.snapshot());
        assertThat(again.snapshot()).isEqualTo(state.snapshot());
        assertThat(again.task(TestTasks.FRAMEWORK.getId(), task.id())).hasValueSatisfying(recovered -> {
            assertThat(recovered.state()).isEqualTo(TaskState.TASK_FINISHED);
            assertThat(recovered.unacknowledged().getUuid()).isEqualTo(FINISHED);
            assertThat(recovered.hasSeen(RUNNING)).isTrue();
        });
    }
}
