package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.model.TaskRecord;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** What becomes of tasks that fail or get lost. */
class FailuresTest extends SchedulingScenario {


    @Test
    void givenAFailoverJob_whenAnItemFails_thenItIsLaunchedAgainAfterAPause() {
        aLeaderWithTheApp();
        stage.job(Configs.job("job", 2, "TRANSIENT", ",\"failover\":true")).fire();
        stage.offer("agent-1", 4, 4096);
        List<TaskInfo> tasks = stage.takeLaunched();
        stage.offer("agent-2", 4, 4096);

        stage.update(tasks.get(0), TaskState.TASK_FAILED);
        assertThat(stage.node("/state/failover/job/job@-@0")).isEqualTo(tasks.get(0).getTaskId().getValue());
        assertThat(stage.takeLaunched()).isEmpty();
        stage.pass(Duration.ofSeconds(1));

        assertThat(stage.takeLaunched()).singleElement().satisfies(task ->
                assertThat(task.getTaskId().getValue()).startsWith("job@-@0@-@FAILOVER@-@agent-2@-@"));
        assertThat(stage.traces("job")).noneMatch(path -> path.startsWith("/state/failover/"));
        assertThat(stage.records()).extracting(TaskRecord::originalTaskId)
                .anySatisfy(original -> assertThat(original).contains(tasks.get(0).getTaskId().getValue()));
    }

    @Test
    void givenAJobWithoutFailover_whenAnItemFails_thenItIsNotLaunchedAgain() {
        List<TaskInfo> tasks = aRunningJob(1);
        stage.offer("agent-2", 4, 4096);

        stage.update(tasks.get(0), TaskState.TASK_FAILED).pass(Duration.ofMinutes(2));

        assertThat(stage.takeLaunched()).isEmpty();
    }

    @Test
    void givenALaunchThatNeverReachedAnExecutor_thenItIsLaunchedAgainEvenWithoutFailover() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 1)).fire();
        stage.offer("agent-1", 4, 4096);
        TaskInfo lost = stage.takeLaunched().get(0);

        stage.update(Stage.status(lost, TaskState.TASK_DROPPED).clearUuid().build());
        stage.pass(Duration.ofSeconds(1));
        stage.offer("agent-1", 4, 4096);

        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenItKeepsFailing_thenThePausesGrow() {
        aLeaderWithTheApp();
        stage.job(Configs.job("job", 1, "TRANSIENT", ",\"failover\":true")).fire();
        for (int seconds : new int[] {1, 2, 4, 8}) {
            stage.offer("agent-1", 4, 4096);
            TaskInfo task = stage.takeLaunched().get(0);
            stage.update(task, TaskState.TASK_FAILED);
            stage.offer("agent-1", 4, 4096);
            stage.pass(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(stage.takeLaunched()).as("before %d s", seconds).isEmpty();
            stage.pass(Duration.ofMillis(1));
        }
    }

    @Test
    void givenAnUnreachableTask_whenItStaysAway_thenItIsGivenUp() {
        List<TaskInfo> tasks = aRunningJob(1);
        stage.update(Stage.status(tasks.get(0), TaskState.TASK_UNREACHABLE).clearUuid().build());
        assertThat(stage.records()).hasSize(1);

        stage.pass(Duration.ofMinutes(11));

        assertThat(stage.records()).isEmpty();
        assertThat(lastResult().message()).contains("unreachable");
    }

    @Test
    void givenAnUnreachableTask_thenMesosIsAskedAgainAsItsAgentMayBeBackWithoutIt() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 1)).fire();
        stage.offer("agent-1", 4, 4096);
        TaskInfo neverStarted = stage.takeLaunched().get(0);
        stage.update(Stage.status(neverStarted, TaskState.TASK_UNREACHABLE).clearUuid().build());
        stage.calls.clear();

        stage.pass(Duration.ofMinutes(1));
        assertThat(stage.calls(Call.Type.RECONCILE)).isNotEmpty().allSatisfy(call ->
                assertThat(call.getReconcile().getTasksList()).singleElement().satisfies(asked ->
                        assertThat(asked.getTaskId()).isEqualTo(neverStarted.getTaskId())));
        stage.update(Stage.status(neverStarted, TaskState.TASK_GONE).clearUuid().build());
        stage.pass(Duration.ofSeconds(2));
        stage.offer("agent-1", 4, 4096);

        assertThat(stage.takeLaunched()).hasSize(1);
    }
}
