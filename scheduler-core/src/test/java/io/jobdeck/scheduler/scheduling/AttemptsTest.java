package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.executor.wire.Messages;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.PlacementStrategy;
import io.jobdeck.scheduler.model.RunResult.Outcome;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.junit.jupiter.api.Test;

/** How often, when and where an item that fails is launched again. */
class AttemptsTest extends SchedulingScenario {

    private static final String ATTEMPT = RegistryPaths.attempt(new MetaInfo("job", 0));
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(64);

    private void aJob(String kind, int items, String more) {
        aLeaderWithTheApp();
        stage.job(Configs.job("job", items, kind, more));
        if (kind.equals("TRANSIENT")) {
            stage.fire();
        }
    }

    private TaskInfo launchedOn(String agent) {
        stage.offer(agent, 4, 4096);
        List<TaskInfo> tasks = stage.takeLaunched();
        assertThat(tasks).hasSize(1);
        stage.update(tasks.get(0), TaskState.TASK_RUNNING);
        return tasks.get(0);
    }

    private void failsOn(String agent) {
        TaskInfo task = launchedOn(agent);
        stage.update(Stage.status(task, TaskState.TASK_FAILED).setMessage("disk full").build());
    }

    private FailedItem attempt() {
        return stage.read(ATTEMPT, Codecs.FAILED_ITEM);
    }

    @Test
    void givenAFailure_thenItIsWrittenWithTheEndOfTheTask() {
        aJob("TRANSIENT", 1, ",\"failover\":true");
        TaskInfo task = launchedOn("agent-1");
        int before = stage.registry.submitted().size();

        stage.update(Stage.status(task, TaskState.TASK_FAILED).setMessage("disk full").build());

        assertThat(stage.registry.submitted()).hasSize(before + 1);
        assertThat(attempt().failures()).isEqualTo(1);
        assertThat(attempt().agents()).containsExactly("agent-1");
        assertThat(attempt().message()).isEqualTo("disk full");
        assertThat(attempt().notBefore()).isEqualTo(stage.now().plusSeconds(1));
    }

    @Test
    void givenItFailedThreeTimes_whenAnotherLeads_thenThePauseGoesOnWhereItWas() {
        aJob("TRANSIENT", 1, ",\"failover\":true");
        failsOn("agent-1");
        stage.pass(Duration.ofSeconds(1));
        failsOn("agent-2");
        stage.pass(Duration.ofSeconds(2));
        failsOn("agent-3");

        stage.lead().connect().offer("agent-4", 4, 4096);
        stage.pass(Duration.ofSeconds(3));
        assertThat(stage.takeLaunched()).isEmpty();
        stage.pass(Duration.ofSeconds(1)).offer("agent-4", 4, 4096);

        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenItSucceedsAtLast_thenNothingIsRemembered() {
        aJob("TRANSIENT", 1, ",\"failover\":true");
        failsOn("agent-1");
        stage.pass(Duration.ofSeconds(1));

        stage.update(launchedOn("agent-2"), TaskState.TASK_FINISHED);

        assertThat(stage.node(ATTEMPT)).isNull();
    }

    @Test
    void givenALimitOfTheJob_whenItIsReached_thenATransientItemIsGivenUpAndTheRunHasFailed() {
        aJob("TRANSIENT", 1, ",\"failover\":true,\"failoverMaxAttempts\":2");
        failsOn("agent-1");
        stage.pass(Duration.ofSeconds(1));
        failsOn("agent-2");

        stage.pass(LONGEST_PAUSE).offer("agent-3", 4, 4096);

        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(lastResult().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(stage.traces("job")).noneMatch(path -> path.contains("failover") || path.equals(ATTEMPT));
        stage.fire();
        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenALimitOfTheCluster_whenADaemonsItemReachesIt_thenItStaysDownAndSaysSo() {
        stage.policy = new ClusterPolicy(PlacementStrategy.SPREAD, Duration.ofMinutes(10), OptionalInt.of(1), 100, 0);
        aJob("DAEMON", 1, "");
        failsOn("agent-1");

        stage.pass(LONGEST_PAUSE).offer("agent-2", 4, 4096);

        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(stage.waiting("job")).contains("Item 0 has failed 1 times", "disk full");
        stage.lead().connect().pass(LONGEST_PAUSE).offer("agent-2", 4, 4096);
        assertThat(stage.takeLaunched()).isEmpty();
    }

    private void aDaemonThatStaysDown() {
        aJob("DAEMON", 1, ",\"failoverMaxAttempts\":1");
        failsOn("agent-1");
        stage.offer("agent-2", 4, 4096);
        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(attempt().givenUp()).isTrue();
    }

    @Test
    void givenADaemonThatStaysDown_whenItIsUpdated_thenItIsLaunched() {
        aDaemonThatStaysDown();

        stage.job(Configs.job("job", 1, "DAEMON", ",\"failoverMaxAttempts\":1,\"jobParameter\":\"better\""));

        assertThat(stage.takeLaunched()).hasSize(1);
        assertThat(stage.node(ATTEMPT)).isNull();
        assertThat(stage.node(RegistryPaths.waiting("job"))).isNull();
    }

    @Test
    void givenADaemonThatStaysDown_whenItsAppIsUpdated_thenItIsLaunched() {
        aDaemonThatStaysDown();

        stage.app(Configs.app("app", 0.2, 32));

        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenADaemonThatStaysDown_whenItIsDisabledAndEnabled_thenItIsLaunched() {
        aDaemonThatStaysDown();

        stage.put(RegistryPaths.disabledJob("job"), "job").remove(RegistryPaths.disabledJob("job"));

        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenADaemonThatStaysDown_whenItIsTriggered_thenItIsLaunched() {
        aDaemonThatStaysDown();

        stage.put(RegistryPaths.trigger("job"), Codecs.DAEMON_TRIGGER,
                new DaemonTrigger("t-1", Optional.empty(), new TreeSet<>(List.of(0)), "ann", stage.now()));

        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenADaemonsItemFires_thenItsFailuresAreForgotten() {
        aJob("DAEMON", 1, "");
        failsOn("agent-1");
        stage.pass(Duration.ofSeconds(1));
        TaskInfo task = launchedOn("agent-2");
        assertThat(stage.node(ATTEMPT)).isNotNull();

        stage.update(Stage.status(task, TaskState.TASK_RUNNING).setMessage(Messages.COMPLETE).build());

        assertThat(stage.node(ATTEMPT)).isNull();
    }

    @Test
    void givenALongRunBetween_thenFailuresAreNotInARow() {
        aJob("DAEMON", 1, "");
        failsOn("agent-1");
        stage.pass(Duration.ofSeconds(1));
        TaskInfo task = launchedOn("agent-2");

        stage.pass(Duration.ofMinutes(2)).update(task, TaskState.TASK_FAILED);

        assertThat(attempt().failures()).isEqualTo(1);
    }

    @Test
    void givenItFailedOnAnAgent_whenAnotherFits_thenItGoesThere() {
        aJob("TRANSIENT", 1, ",\"failover\":true");
        failsOn("agent-1");
        stage.offer("agent-1", 8, 8192);
        stage.offer("agent-2", 1, 1024);

        stage.pass(Duration.ofSeconds(1));

        assertThat(stage.takeLaunched()).singleElement()
                .satisfies(task -> assertThat(task.getAgentId().getValue()).isEqualTo("agent-2"));
    }

    @Test
    void givenItFailedOnAnAgent_whenNoOtherFits_thenItGoesThereAgain() {
        aJob("TRANSIENT", 1, ",\"failover\":true");
        failsOn("agent-1");
        stage.offer("agent-2", 0.1, 16);
        stage.offer("agent-1", 8, 8192);

        stage.pass(Duration.ofSeconds(1));

        assertThat(stage.takeLaunched()).singleElement()
                .satisfies(task -> assertThat(task.getAgentId().getValue()).isEqualTo("agent-1"));
    }

    @Test
    void givenLaunchesThatGetLost_thenTheyCostNoAttemptButThePausesGrow() {
        aJob("TRANSIENT", 1, ",\"failover\":true,\"failoverMaxAttempts\":1");
        for (int seconds : new int[] {1, 2, 4}) {
            stage.offer("agent-1", 4, 4096);
            TaskInfo lost = stage.takeLaunched().get(0);
            stage.update(Stage.status(lost, TaskState.TASK_DROPPED).clearUuid().build());
            assertThat(attempt().failures()).isZero();
            assertThat(attempt().notBefore()).isEqualTo(stage.now().plusSeconds(seconds));
            stage.pass(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void givenATaskThatMesosRefusesAsWrong_thenItIsAFailureWithAPauseAndNoLoop() {
        aJob("DAEMON", 1, ",\"failoverMaxAttempts\":2");
        for (int i = 0; i < 2; i++) {
            stage.offer("agent-1", 4, 4096);
            TaskInfo refused = stage.takeLaunched().get(0);
            stage.update(Stage.status(refused, TaskState.TASK_ERROR).setMessage("not compatible").clearUuid().build());
            stage.offer("agent-1", 4, 4096);
            assertThat(stage.takeLaunched()).isEmpty();
            stage.pass(Duration.ofSeconds(1));
        }

        assertThat(attempt().givenUp()).isTrue();
    }

    @Test
    void givenFewerItems_thenWhatIsRememberedOfThoseThatAreGoneGoesToo() {
        aJob("TRANSIENT", 2, ",\"failover\":true");
        stage.offer("agent-1", 4, 4096);
        stage.takeLaunched().forEach(task ->
                stage.update(task, TaskState.TASK_RUNNING).update(task, TaskState.TASK_FAILED));

        stage.job(Configs.job("job", 1, "TRANSIENT", ",\"failover\":true"));

        assertThat(stage.traces("job")).noneMatch(path -> path.contains("job@-@1"));
    }

    @Test
    void givenARecordThatCannotBeRead_thenItHoldsNobodyUpAndIsReplaced() {
        aJob("TRANSIENT", 1, ",\"failover\":true");
        TaskInfo task = launchedOn("agent-1");
        stage.put(ATTEMPT, "not JSON");

        stage.update(task, TaskState.TASK_FAILED).pass(Duration.ofSeconds(1));

        assertThat(attempt().failures()).isEqualTo(1);
    }

    @Test
    void givenTheRecordIsRemovedByHandAsTheTaskEnds_thenTheEndIsRecordedAllTheSame() {
        aJob("TRANSIENT", 1, ",\"failover\":true");
        failsOn("agent-1");
        stage.pass(Duration.ofSeconds(1));
        TaskInfo task = launchedOn("agent-2");
        stage.registry.beforeNext(() -> stage.registry.remove(ATTEMPT));

        stage.update(task, TaskState.TASK_FINISHED).pass(Duration.ofSeconds(1));

        assertThat(stage.records()).isEmpty();
        assertThat(stage.halts).isEmpty();
    }

    @Test
    void givenAnItemTakenOutOfTheFailoverQueue_thenNothingOfItIsRemembered() {
        aJob("TRANSIENT", 1, ",\"failover\":true");
        failsOn("agent-1");

        stage.remove("/state/failover/job");

        assertThat(stage.node(ATTEMPT)).isNull();
    }

    @Test
    void givenAManualTrigger_whenAnItemWaitsForItsPauseToEnd_thenItIsTriedAtOnce() {
        aJob("TRANSIENT", 1, ",\"failover\":true");
        failsOn("agent-1");
        stage.offer("agent-2", 4, 4096);

        stage.put(RegistryPaths.ready("job"), "1");

        assertThat(stage.takeLaunched()).hasSize(1);
    }
}
