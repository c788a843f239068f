package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** Being registered with Mesos, and not taking the framework from a successor. */
class SubscriptionTest extends SchedulingScenario {

    @Test
    void givenALeaderWithoutAFrameworkId_whenItSubscribes_thenTheIdIsStoredAndNamedFromThenOn() {
        stage.lead().findMaster();
        assertThat(subscribe().hasFrameworkId()).isFalse();

        stage.subscribed();
        stage.loseMaster().findMaster();

        assertThat(stage.node(RegistryPaths.FRAMEWORK_ID)).isEqualTo("framework-1");
        assertThat(subscribe().getFrameworkId().getValue()).isEqualTo("framework-1");
    }

    private Call subscribe() {
        List<Call> calls = stage.calls(Call.Type.SUBSCRIBE);
        return calls.get(calls.size() - 1);
    }

    @Test
    void givenAnotherLeadsUnnoticed_whenAMasterIsFound_thenTheFrameworkIsLeftToIt() {
        aLeaderWithTheApp();
        stage.registry.lead("{}");

        stage.loseMaster().findMaster();

        assertThat(stage.calls).isEmpty();
        assertThat(stage.halts).containsExactly("another scheduler leads");
    }

    @Test
    void givenAnotherTookTheLeadWhileSubscribing_whenUpdatesOfItsTasksCome_thenNothingIsDoneWithThem() {
        TaskInfo task = aRunningJob(1).get(0);
        TaskInfo ofTheSuccessor = task.toBuilder().setTaskId(task.getTaskId().toBuilder()
                .setValue(task.getTaskId().getValue() + "-later")).build();
        stage.loseMaster().findMaster();
        stage.registry.lead("{}");
        stage.calls.clear();

        stage.subscribed(Stage.status(ofTheSuccessor, TaskState.TASK_RUNNING).build());
        stage.update(ofTheSuccessor, TaskState.TASK_FINISHED);
        stage.pass(Duration.ofMinutes(1));

        assertThat(stage.calls).isEmpty();
    }

    @Test
    void givenUpdatesRightBehindTheSubscription_whenTheLeadIsConfirmed_thenTheyAreDealtWithInOrder() {
        TaskInfo task = aRunningJob(1).get(0);

        stage.loseMaster().findMaster();
        stage.calls.clear();
        stage.subscribed(Stage.status(task, TaskState.TASK_FINISHED).build());

        assertThat(stage.calls.get(0).getType()).isEqualTo(Call.Type.RECONCILE);
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(1);
        assertThat(stage.records()).isEmpty();
    }

    @Test
    void givenAnErrorAfterWhichTheDriverHasConnectedAgain_thenTheNewConnectionIsLeftAlone() {
        aLeaderWithTheApp();

        stage.error("Framework failed over");
        stage.loseMaster().findMaster();
        stage.subscribed();
        stage.pass(Duration.ofMinutes(1));

        assertThat(stage.reconnects).isZero();
    }

    @Test
    void givenAnErrorAfterWhichTheConnectionStaysOpen_thenItIsMadeAnewAfterAWhile() {
        aLeaderWithTheApp();

        stage.error("Not allowed");
        assertThat(stage.reconnects).isZero();
        stage.pass(Duration.ofSeconds(5));

        assertThat(stage.reconnects).isEqualTo(1);
    }

    @Test
    void givenMesosHasRemovedTheFramework_thenItEntersAsANewOneAndWorkGoesOn() {
        TaskInfo lost = aRunningDaemon(1).get(0);

        stage.error("Framework has been removed");
        stage.loseMaster().findMaster();
        assertThat(subscribe().hasFrameworkId()).isFalse();
        stage.subscribed();
        stage.update(Stage.status(lost, TaskState.TASK_GONE).clearUuid().build());
        stage.pass(Duration.ofSeconds(30));
        stage.offer("agent-1", 4, 4096);

        assertThat(stage.node(RegistryPaths.FRAMEWORK_ID)).isEqualTo("framework-1");
        assertThat(stage.takeLaunched()).hasSize(1);
    }
}
