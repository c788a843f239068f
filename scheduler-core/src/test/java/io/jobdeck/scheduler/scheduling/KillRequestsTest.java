package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Request;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** Tasks that somebody wants killed. */
class KillRequestsTest extends SchedulingScenario {

    private static String request(TaskInfo task) {
        return RegistryPaths.kill(TaskId.parse(task.getTaskId().getValue()));
    }

    private void killed(TaskInfo task) {
        stage.put(request(task), Codecs.REQUEST, new Request("ann", stage.now()));
    }

    @Test
    void givenARequest_thenTheTaskIsKilledUntilItEndsAndTheRequestGoesWithItsEnd() {
        List<TaskInfo> tasks = aRunningJob(2);

        killed(tasks.get(1));
        stage.pass(Duration.ofSeconds(5));

        assertThat(stage.calls(Call.Type.KILL)).hasSize(2).allSatisfy(call ->
                assertThat(call.getKill().getTaskId()).isEqualTo(tasks.get(1).getTaskId()));
        assertThat(stage.node(request(tasks.get(1)))).isNotNull();
        stage.update(tasks.get(1), TaskState.TASK_KILLED);
        assertThat(stage.node(request(tasks.get(1)))).isNull();
        assertThat(stage.records()).hasSize(1);
    }

    @Test
    void givenAnotherLeads_thenItGoesOnKilling() {
        List<TaskInfo> tasks = aRunningJob(1);
        killed(tasks.get(0));

        stage.lead();

        assertThat(stage.calls(Call.Type.KILL)).hasSize(1);
    }

    @Test
    void givenARequestForATaskThatHasEnded_thenItIsRemovedAtOnce() {
        TaskInfo task = aRunningJob(1).get(0);
        stage.update(task, TaskState.TASK_FINISHED);

        killed(task);

        assertThat(stage.node(request(task))).isNull();
        assertThat(stage.calls(Call.Type.KILL)).isEmpty();
    }

    @Test
    void givenTheRequestIsTakenBackAsTheTaskEnds_thenTheEndIsRecordedAllTheSame() {
        TaskInfo task = aRunningJob(1).get(0);
        killed(task);
        stage.registry.beforeNext(() -> stage.registry.remove(request(task)));

        stage.update(task, TaskState.TASK_KILLED).pass(Duration.ofSeconds(1));

        assertThat(stage.records()).isEmpty();
        assertThat(stage.halts).isEmpty();
    }

    @Test
    void givenADaemonsItem_whenItIsKilled_thenItAloneIsLaunchedAgain() {
        List<TaskInfo> tasks = aRunningDaemon(3);
        killed(tasks.get(2));
        stage.offer("agent-2", 4, 4096);

        stage.update(tasks.get(2), TaskState.TASK_KILLED);

        assertThat(stage.takeLaunched()).singleElement()
                .satisfies(task -> assertThat(task.getTaskId().getValue()).startsWith("job@-@2@-@READY"));
    }

    @Test
    void givenAnItemOfAFailoverJob_whenItsKillEndsAsAFailure_thenItIsNotLaunchedAgain() {
        aLeaderWithTheApp();
        stage.job(Configs.job("job", 1, "TRANSIENT", ",\"failover\":true")).fire();
        stage.offer("agent-1", 4, 4096);
        TaskInfo task = stage.takeLaunched().get(0);
        stage.update(task, TaskState.TASK_RUNNING);

        killed(task);
        stage.update(task, TaskState.TASK_FAILED).offer("agent-2", 4, 4096);
        stage.pass(Duration.ofMinutes(2));

        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(stage.traces("job")).noneMatch(path -> path.startsWith("/state/failover"));
    }

    @Test
    void givenARequestForAJobThatIsNotRegistered_thenItIsRemoved() {
        aLeaderWithTheApp();
        String path = RegistryPaths.kill(TaskId.parse("gone@-@0@-@READY@-@agent-1@-@x"));

        stage.put(path, Codecs.REQUEST, new Request("ann", stage.now()));

        assertThat(stage.node(path)).isNull();
        assertThat(stage.traces("gone")).isEmpty();
    }
}
