package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.jobdeck.executor.wire.FireNow;
import io.jobdeck.executor.wire.Messages;
import io.jobdeck.executor.wire.TriggerTaken;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** Firings asked of daemons. */
class DaemonTriggersTest extends SchedulingScenario {

    private static final String TRIGGER = RegistryPaths.trigger("job");

    private void triggered(String id, String parameter, Integer... items) {
        stage.put(TRIGGER, Codecs.DAEMON_TRIGGER, new DaemonTrigger(id, Optional.ofNullable(parameter),
                new TreeSet<>(List.of(items)), "ann", stage.now()));
    }

    private List<FireNow> told() {
        return stage.calls(Call.Type.MESSAGE).stream()
                .map(call -> FireNow.fromBytes(call.getMessage().getData().toByteArray()).orElseThrow()).toList();
    }

    private static TaskStatus begun(TaskInfo task, String triggerId) {
        return Stage.status(task, TaskState.TASK_RUNNING).setMessage(Messages.BEGIN)
                .setData(ByteString.copyFrom(new TriggerTaken(triggerId).toBytes())).build();
    }

    private DaemonTrigger left() {
        return stage.read(TRIGGER, Codecs.DAEMON_TRIGGER);
    }

    @Test
    void givenARunningDaemon_whenItIsTriggered_thenEachExecutorIsToldOnceForAllItsTasks() {
        List<TaskInfo> tasks = aRunningDaemon(3);

        triggered("t-1", "now", 0, 2);

        assertThat(stage.calls(Call.Type.MESSAGE)).singleElement().satisfies(call ->
                assertThat(call.getMessage().getExecutorId().getValue()).isEqualTo("app@-@agent-1"));
        assertThat(told()).containsExactly(new FireNow("t-1",
                List.of(tasks.get(0).getTaskId().getValue(), tasks.get(2).getTaskId().getValue()), "now"));
    }

    @Test
    void givenNoConfirmation_thenTheyAreToldAgainAndAgain() {
        aRunningDaemon(1);
        triggered("t-1", null, 0);

        stage.pass(Duration.ofSeconds(5));
        assertThat(told()).hasSize(2);
        stage.pass(Duration.ofMinutes(10));

        assertThat(told()).hasSizeBetween(10, 20);
    }

    @Test
    void givenATaskConfirms_thenItsItemIsTakenOffBeforeTheUpdateIsAcknowledgedAndTheRequestGoesWithTheLast() {
        List<TaskInfo> tasks = aRunningDaemon(2);
        triggered("t-1", null, 0, 1);

        stage.update(begun(tasks.get(0), "t-1"));
        assertThat(left().items()).containsExactly(1);
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(1);
        assertThat(stage.records()).filteredOn(TaskRecord::idle).isEmpty();
        stage.update(begun(tasks.get(1), "t-1"));

        assertThat(stage.node(TRIGGER)).isNull();
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(2);
        stage.calls.clear();
        stage.pass(Duration.ofMinutes(10));
        assertThat(told()).isEmpty();
    }

    @Test
    void givenManyConfirmAtOnce_thenAllAreTakenOff() {
        List<TaskInfo> tasks = aRunningDaemon(3);
        triggered("t-1", null, 0, 1, 2);

        stage.updateTogether(tasks.stream().map(task -> begun(task, "t-1")).toArray(TaskStatus[]::new));

        assertThat(stage.node(TRIGGER)).isNull();
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(3);
    }

    @Test
    void givenAnotherLeads_thenItTellsThoseThatHaveNotConfirmed() {
        List<TaskInfo> tasks = aRunningDaemon(2);
        triggered("t-1", null, 0, 1);
        stage.update(begun(tasks.get(0), "t-1"));

        stage.lead();

        assertThat(told()).extracting(FireNow::taskIds).containsExactly(List.of(tasks.get(1).getTaskId().getValue()));
    }

    @Test
    void givenAnItemThatDoesNotRunYet_thenItIsToldOnceItRuns() {
        aLeaderWithTheApp();
        stage.job(Configs.daemonJob("job", 1));
        triggered("t-1", null, 0);
        stage.offer("agent-1", 4, 4096);
        TaskInfo task = stage.takeLaunched().get(0);
        assertThat(told()).isEmpty();

        stage.update(task, TaskState.TASK_RUNNING);

        assertThat(told()).hasSize(1);
    }

    @Test
    void givenANewTriggerBeforeTheOldIsTaken_thenAConfirmationOfTheOldIsOnlyAcknowledged() {
        List<TaskInfo> tasks = aRunningDaemon(1);
        triggered("t-1", null, 0);
        triggered("t-2", null, 0);

        stage.update(begun(tasks.get(0), "t-1"));

        assertThat(left().triggerId()).isEqualTo("t-2");
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(1);
        assertThat(told()).extracting(FireNow::triggerId).containsExactly("t-1", "t-2");
    }

    @Test
    void givenTheRequestChangesAsAConfirmationIsRecorded_thenNothingOfTheNewOneIsLost() {
        List<TaskInfo> tasks = aRunningDaemon(2);
        triggered("t-1", null, 0, 1);
        stage.registry.beforeNext(() -> stage.registry.put(TRIGGER, Codecs.DAEMON_TRIGGER,
                new DaemonTrigger("t-2", Optional.empty(), new TreeSet<>(List.of(0, 1)), "bob", stage.now())));

        stage.update(begun(tasks.get(0), "t-1")).pass(Duration.ofSeconds(1));

        assertThat(left().items()).containsExactly(0, 1);
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(1);
    }

    @Test
    void givenItemsThatAreGone_thenTheyAreTakenOff() {
        aRunningDaemon(1);

        triggered("t-1", null, 0, 7);

        assertThat(left().items()).containsExactly(0);
    }

    @Test
    void givenTheJobIsDisabledOrBecomesTransientOrIsGone_thenTheRequestEnds() {
        aRunningDaemon(1);
        triggered("t-1", null, 0);
        stage.put(RegistryPaths.disabledJob("job"), "job");
        assertThat(stage.node(TRIGGER)).isNull();

        stage.remove(RegistryPaths.disabledJob("job"));
        triggered("t-2", null, 0);
        stage.job(Configs.transientJob("job", 1));
        assertThat(stage.node(TRIGGER)).isNull();

        triggered("t-3", null, 0);
        stage.remove(RegistryPaths.configJob("job"));
        assertThat(stage.node(TRIGGER)).isNull();
    }
}
