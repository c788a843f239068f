package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.executor.wire.TaskPayload;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** Tasks that stay up. */
class DaemonsTest extends SchedulingScenario {


    @Test
    void givenADaemonJob_thenItIsQueuedLaunchedAndRecordedAs215Does() {
        List<TaskInfo> tasks = aRunningDaemon(2);

        assertThat(stage.node("/state/running/job/job@-@1")).isEqualTo(tasks.get(1).getTaskId().getValue());
        assertThat(stage.crons).isEmpty();
        assertThat(TaskPayload.fromBytes(tasks.get(0).getData().toByteArray()).isDaemon()).isTrue();
    }

    @Test
    void givenOneItemIsKilled_thenItAloneIsLaunchedAgain() {
        List<TaskInfo> tasks = aRunningDaemon(3);
        stage.offer("agent-2", 4, 4096);

        stage.update(tasks.get(1), TaskState.TASK_KILLED);

        assertThat(stage.takeLaunched()).singleElement()
                .satisfies(task -> assertThat(task.getTaskId().getValue()).startsWith("job@-@1@-@READY"));
    }

    @Test
    void givenALateEndOfAnOldTask_thenTheNewOnesNodesStay() {
        List<TaskInfo> tasks = aRunningDaemon(1);
        stage.offer("agent-2", 4, 4096);
        stage.update(tasks.get(0), TaskState.TASK_KILLED);
        TaskInfo successor = stage.takeLaunched().get(0);

        stage.update(tasks.get(0), TaskState.TASK_KILLED);

        assertThat(stage.node("/state/running/job/job@-@0")).isEqualTo(successor.getTaskId().getValue());
    }

    @Test
    void givenItsCronIsUpdated_thenItIsStartedAgainWithTheNewOne() {
        List<TaskInfo> tasks = aRunningDaemon(1);
        stage.job(Codecs.JOB.read(stage.node(RegistryPaths.configJob("job")).replace("0/5", "0/7")));
        assertThat(stage.calls(Call.Type.KILL)).hasSize(1);
        stage.offer("agent-2", 4, 4096);

        stage.update(tasks.get(0), TaskState.TASK_KILLED);

        assertThat(stage.takeLaunched()).singleElement().satisfies(task ->
                assertThat(TaskPayload.fromBytes(task.getData().toByteArray()).cron()).startsWith("0/7"));
    }

    @Test
    void givenOnlyItsDescriptionIsUpdated_thenNothingRestarts() {
        aRunningDaemon(1);

        stage.job(Configs.job("job", 1, "DAEMON", ",\"description\":\"new\""));

        assertThat(stage.calls(Call.Type.KILL)).isEmpty();
    }

    @Test
    void givenFewerItems_thenAllStartAgainWithTheNewCountAndTheSurplusDoesNot() {
        List<TaskInfo> tasks = aRunningDaemon(3);
        stage.job(Configs.daemonJob("job", 2));
        assertThat(stage.calls(Call.Type.KILL)).hasSize(3);
        stage.calls.clear();

        tasks.forEach(task -> stage.update(task, TaskState.TASK_KILLED));
        stage.offer("agent-2", 4, 4096);

        assertThat(stage.takeLaunched())
                .extracting(task -> TaskPayload.fromBytes(task.getData().toByteArray()).shardingTotalCount())
                .containsExactly(2, 2);
    }

    @Test
    void givenItBecomesTransient_thenNothingOfTheDaemonStays() {
        List<TaskInfo> tasks = aRunningDaemon(1);
        stage.job(Configs.transientJob("job", 1));

        stage.update(tasks.get(0), TaskState.TASK_KILLED);

        assertThat(stage.crons).hasSize(1);
        assertThat(stage.traces("job")).noneMatch(path -> path.startsWith("/state/running"));
    }
}
