package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** Tasks that nothing is heard of, and the comparison with what Mesos knows. */
class LostTasksTest extends SchedulingScenario {

    private static String lost(TaskInfo task) {
        return RegistryPaths.lostTask(TaskId.parse(task.getTaskId().getValue()));
    }

    private void unreachable(TaskInfo task) {
        stage.update(Stage.status(task, TaskState.TASK_UNREACHABLE).clearUuid().build());
    }

    private TaskInfo aRunning(String kind, String more) {
        aLeaderWithTheApp();
        stage.job(Configs.job("job", 1, kind, more)).fire();
        stage.offer("agent-1", 4, 4096);
        TaskInfo task = stage.takeLaunched().get(0);
        stage.update(task, TaskState.TASK_RUNNING);
        stage.calls.clear();
        return task;
    }

    private TaskInfo aGivenUp(String kind, String more) {
        TaskInfo task = aRunning(kind, more);
        unreachable(task);
        stage.pass(Duration.ofMinutes(11));
        assertThat(stage.records()).isEmpty();
        stage.calls.clear();
        return task;
    }

    @Test
    void givenALimitOfTheJob_thenItDecidesWhenATaskIsGivenUp() {
        TaskInfo task = aRunning("TRANSIENT", ",\"unreachableLimitSeconds\":20");
        unreachable(task);

        stage.pass(Duration.ofSeconds(19));
        assertThat(stage.records()).hasSize(1);
        stage.pass(Duration.ofSeconds(6));

        assertThat(stage.records()).isEmpty();
        assertThat(stage.node(lost(task))).isNotNull();
    }

    @Test
    void givenItComesBackInTime_thenItGoesOn() {
        TaskInfo task = aRunning("TRANSIENT", "");
        unreachable(task);

        stage.pass(Duration.ofMinutes(5)).update(task, TaskState.TASK_RUNNING).pass(Duration.ofMinutes(20));

        assertThat(stage.records()).hasSize(1);
        assertThat(stage.calls(Call.Type.KILL)).isEmpty();
    }

    @Test
    void givenItCameBackWhileMesosWasOutOfReach_thenItGoesOn() {
        TaskInfo task = aRunning("TRANSIENT", "");
        unreachable(task);

        stage.loseMaster().pass(Duration.ofMinutes(11)).connect().pass(Duration.ofSeconds(20))
                .update(task, TaskState.TASK_RUNNING).pass(Duration.ofMinutes(2));

        assertThat(stage.records()).hasSize(1);
        assertThat(stage.calls(Call.Type.KILL)).isEmpty();
    }

    @Test
    void givenItIsStillOutOfSightWhenMesosIsBack_thenItIsGivenUpOnceTheMasterSaysSo() {
        TaskInfo task = aRunning("TRANSIENT", "");
        unreachable(task);

        stage.loseMaster().pass(Duration.ofMinutes(11)).connect();
        unreachable(task);
        stage.pass(Duration.ofSeconds(5));

        assertThat(stage.records()).isEmpty();
    }

    @Test
    void givenADaemonIsGivenUp_thenItIsLaunchedElsewhere() {
        aGivenUp("DAEMON", "");

        stage.offer("agent-2", 4, 4096);

        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenAGivenUpTaskComesBackBeforeItsItemIsLaunchedAgain_thenItIsKilledAndTheItemWaitsForItsEnd() {
        TaskInfo task = aGivenUp("DAEMON", "");

        stage.update(task, TaskState.TASK_RUNNING).offer("agent-2", 4, 4096);

        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(stage.waiting("job")).contains("come back on agent agent-1");
        stage.pass(Duration.ofSeconds(10));
        assertThat(stage.calls(Call.Type.KILL)).isNotEmpty();
        stage.offer("agent-2", 4, 4096);
        stage.update(task, TaskState.TASK_KILLED);

        assertThat(stage.takeLaunched()).hasSize(1);
        assertThat(stage.node(lost(task))).isNull();
    }

    @Test
    void givenATransientRunIsDue_whenATaskOfTheRunBeforeComesBack_thenItWaitsForItsEndToo() {
        TaskInfo task = aGivenUp("TRANSIENT", "");
        stage.update(task, TaskState.TASK_RUNNING);

        stage.fire().offer("agent-2", 4, 4096);
        assertThat(stage.calls(Call.Type.KILL)).hasSize(1);
        assertThat(stage.takeLaunched()).isEmpty();
        stage.update(task, TaskState.TASK_FINISHED).offer("agent-3", 4, 4096);

        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenItsItemRunsElsewhereAlready_whenAGivenUpTaskComesBack_thenOnlyTheOldOneIsKilled() {
        TaskInfo old = aGivenUp("DAEMON", "");
        stage.offer("agent-2", 4, 4096);
        TaskInfo successor = stage.takeLaunched().get(0);
        stage.update(successor, TaskState.TASK_RUNNING);

        stage.update(old, TaskState.TASK_RUNNING);

        assertThat(stage.calls(Call.Type.KILL)).singleElement()
                .satisfies(call -> assertThat(call.getKill().getTaskId()).isEqualTo(old.getTaskId()));
        assertThat(stage.records()).hasSize(1);
    }

    @Test
    void givenAnotherLeads_whenAGivenUpTaskIsBack_thenItsItemStillWaits() {
        TaskInfo task = aGivenUp("DAEMON", "");
        stage.update(task, TaskState.TASK_RUNNING);

        stage.lead().connect().offer("agent-2", 4, 4096);

        assertThat(stage.takeLaunched()).isEmpty();
    }

    @Test
    void givenItIsOutOfReachAgain_thenItsItemIsLaunched() {
        TaskInfo task = aGivenUp("DAEMON", "");
        stage.update(task, TaskState.TASK_RUNNING);

        unreachable(task);
        stage.offer("agent-2", 4, 4096);

        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenALaunchThatNobodyKnows_thenItIsGivenUpAsLostAndRepeated() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 1)).fire();
        stage.offer("agent-1", 4, 4096);
        TaskInfo task = stage.takeLaunched().get(0);

        stage.update(Stage.status(task, TaskState.TASK_UNKNOWN).clearUuid().build());
        stage.pass(Duration.ofSeconds(70)).offer("agent-2", 4, 4096);

        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenTheJobIsDeregistered_thenNothingIsRememberedOfGivenUpTasks() {
        aGivenUp("TRANSIENT", "");

        stage.remove(RegistryPaths.configJob("job"));

        assertThat(stage.traces("job")).isEmpty();
    }

    private void reconcile(ReconcileRequest.Kind kind) {
        stage.put(RegistryPaths.RECONCILE, Codecs.RECONCILE_REQUEST, new ReconcileRequest(kind, "ann", stage.now()));
    }

    @Test
    void givenARequestToReconcile_thenTheMasterIsAskedAsWanted() {
        aRunningJob(2);

        reconcile(ReconcileRequest.Kind.EXPLICIT);
        assertThat(stage.calls(Call.Type.RECONCILE)).singleElement()
                .satisfies(call -> assertThat(call.getReconcile().getTasksCount()).isEqualTo(2));
        stage.calls.clear();
        reconcile(ReconcileRequest.Kind.IMPLICIT);

        assertThat(stage.calls(Call.Type.RECONCILE)).singleElement()
                .satisfies(call -> assertThat(call.getReconcile().getTasksCount()).isZero());
    }

    @Test
    void givenManyTasks_thenTheMasterIsAskedInBoundedCalls() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 2500)).fire();
        stage.offer("agent-1", 4000, 400_000);
        stage.calls.clear();

        reconcile(ReconcileRequest.Kind.EXPLICIT);

        assertThat(stage.calls(Call.Type.RECONCILE)).extracting(call -> call.getReconcile().getTasksCount())
                .containsExactly(1000, 1000, 500);
    }

    @Test
    void givenGivenUpTasks_thenTheMasterIsAskedAboutThemToo() {
        TaskInfo task = aGivenUp("TRANSIENT", "");

        reconcile(ReconcileRequest.Kind.EXPLICIT);

        assertThat(stage.calls(Call.Type.RECONCILE)).singleElement()
                .satisfies(call -> assertThat(call.getReconcile().getTasksList())
                        .extracting(asked -> asked.getTaskId()).isEqualTo(List.of(task.getTaskId())));
    }
}
