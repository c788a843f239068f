package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.jobdeck.executor.wire.FiringResult;
import io.jobdeck.executor.wire.Messages;
import io.jobdeck.scheduler.model.RunResult.Outcome;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** What a status update changes, and when it is acknowledged. */
class UpdatesTest extends SchedulingScenario {


    @Test
    void givenALaunchedTask_whenItRuns_thenThatIsRecordedAndThenAcknowledged() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 1)).fire();
        stage.offer("agent-1", 4, 4096);
        TaskInfo task = stage.takeLaunched().get(0);

        stage.update(task, TaskState.TASK_RUNNING);

        assertThat(stage.records()).extracting(TaskRecord::state)
                .containsExactly(io.jobdeck.scheduler.model.TaskState.RUNNING);
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(1);
    }

    @Test
    void givenTheRegistryIsAway_thenAnUpdateIsNotAcknowledged() {
        List<TaskInfo> tasks = aRunningJob(1);
        stage.registry.answerNext(new TransactionResult.Unknown("connection lost"));

        stage.update(tasks.get(0), TaskState.TASK_FINISHED);

        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).isEmpty();
        assertThat(stage.halts).hasSize(1);
    }

    @Test
    void givenAllItemsFinish_thenTheRecordsAreGoneAndTheRunSucceeded() {
        List<TaskInfo> tasks = aRunningJob(3);

        tasks.forEach(task -> stage.update(task, TaskState.TASK_FINISHED));

        assertThat(stage.records()).isEmpty();
        assertThat(lastResult().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(3);
    }

    @Test
    void givenOneItemFails_thenTheWholeRunFailedAndSaysWhere() {
        List<TaskInfo> tasks = aRunningJob(2);

        stage.update(Stage.status(tasks.get(1), TaskState.TASK_FAILED).setMessage("disk full").build());
        stage.update(tasks.get(0), TaskState.TASK_FINISHED);

        assertThat(lastResult().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(lastResult().message()).isEqualTo("Item 1 on agent-1.example: FAILED: disk full");
    }

    @Test
    void givenSomeItemsHaveFinished_thenTheRunHasNoResultBeforeTheLast() {
        List<TaskInfo> tasks = aRunningJob(2);

        stage.update(tasks.get(0), TaskState.TASK_FINISHED);
        assertThat(stage.node(RegistryPaths.jobStatus("job"))).isEmpty();
        stage.update(tasks.get(1), TaskState.TASK_FINISHED);

        assertThat(lastResult().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void givenAFailureAndTheLastEndComeTogether_thenTheRunFailed() {
        List<TaskInfo> tasks = aRunningJob(2);

        stage.updateTogether(Stage.status(tasks.get(0), TaskState.TASK_FAILED).build(),
                Stage.status(tasks.get(1), TaskState.TASK_FINISHED).build());

        assertThat(lastResult().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void givenTheSameEndTwice_thenTheSecondIsOnlyAcknowledged() {
        TaskStatus end = Stage.status(aRunningJob(1).get(0), TaskState.TASK_FINISHED).build();
        stage.update(end);
        int written = stage.registry.submitted().size();

        stage.update(end);

        assertThat(stage.registry.submitted()).hasSize(written);
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(2);
    }

    @Test
    void givenAnUpdateOfTheMasterWithoutUuid_thenItIsNotAcknowledged() {
        TaskInfo task = aRunningJob(1).get(0);

        stage.update(Stage.status(task, TaskState.TASK_GONE).clearUuid().build());

        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).isEmpty();
        assertThat(stage.records()).isEmpty();
    }

    @Test
    void givenEveryStateOfMesos_thenEachIsUnderstood() {
        for (TaskState state : TaskState.values()) {
            assertThat(TaskStates.of(state).name()).isEqualTo(state.name().substring("TASK_".length()));
        }
    }

    @Test
    void givenATaskIdOfNoKnownForm_thenItIsAcknowledgedAndSchedulingGoesOn() {
        TaskInfo task = aRunningJob(1).get(0);
        TaskInfo.Builder stranger = task.toBuilder();
        stranger.getTaskIdBuilder().setValue("stranger");

        stage.update(stranger.build(), TaskState.TASK_RUNNING);

        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(1);
        assertThat(stage.calls(Call.Type.KILL)).isEmpty();
    }

    @Test
    void givenARunningTaskWithoutRecord_whenItsJobIsFree_thenItIsAdopted() {
        TaskInfo task = aRunningJob(1).get(0);
        stage.update(task, TaskState.TASK_FINISHED);
        TaskInfo.Builder other = task.toBuilder();
        other.getTaskIdBuilder().setValue("job@-@0@-@READY@-@agent-1@-@other");

        stage.update(other.build(), TaskState.TASK_RUNNING);

        assertThat(stage.records()).extracting(record -> record.taskId().unique()).containsExactly("other");
    }

    @Test
    void givenARunningTaskWithoutRecord_whenItsItemRunsAlready_thenItIsKilled() {
        TaskInfo.Builder other = aRunningJob(1).get(0).toBuilder();
        other.getTaskIdBuilder().setValue("job@-@0@-@READY@-@agent-1@-@other");

        stage.update(other.build(), TaskState.TASK_RUNNING);

        assertThat(stage.calls(Call.Type.KILL)).singleElement()
                .satisfies(call -> assertThat(call.getKill().getTaskId().getValue()).endsWith("other"));
    }

    @Test
    void givenADaemonFiring_thenItIsBusyThenIdleAndTheFiringsResultIsKept() {
        TaskInfo task = aRunningDaemon(1).get(0);

        stage.update(Stage.status(task, TaskState.TASK_RUNNING).setMessage(Messages.BEGIN).build());
        assertThat(stage.records()).extracting(TaskRecord::idle).containsExactly(false);
        stage.update(Stage.status(task, TaskState.TASK_RUNNING).setMessage(Messages.COMPLETE).build());

        assertThat(stage.records()).extracting(TaskRecord::idle).containsExactly(true);
        assertThat(lastResult().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void givenADaemonFiringFails_thenTheResultSaysSo() {
        TaskInfo task = aRunningDaemon(1).get(0);

        stage.update(Stage.status(task, TaskState.TASK_RUNNING).setMessage(Messages.COMPLETE)
                .setData(ByteString.copyFrom(new FiringResult(false, "boom").toBytes())).build());

        assertThat(lastResult().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(lastResult().message()).contains("boom");
    }
}
