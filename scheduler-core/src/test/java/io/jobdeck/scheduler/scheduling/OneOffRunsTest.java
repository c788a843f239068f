package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.executor.wire.TaskPayload;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.junit.jupiter.api.Test;

/** Runs that were asked for with a parameter or items of their own. */
class OneOffRunsTest extends SchedulingScenario {

    private static final String RUN = RegistryPaths.run("job", "run-1");

    private void aJob(int items, String more) {
        aLeaderWithTheApp();
        stage.job(Configs.job("job", items, "TRANSIENT", ",\"jobParameter\":\"usual\"" + more));
    }

    private void asked(OneOffRun run) {
        stage.put(RegistryPaths.run("job", run.runId()), Codecs.ONE_OFF_RUN, run);
    }

    private static TaskPayload payload(TaskInfo task) {
        return TaskPayload.fromBytes(task.getData().toByteArray());
    }

    @Test
    void givenARunWithParameterAndItems_thenThoseItemsAreLaunchedWithItUnderTheRunsId() {
        aJob(4, "");
        asked(Runs.of("run-1", "special", stage.now(), 1, 3));

        stage.offer("agent-1", 4, 4096);

        List<TaskInfo> tasks = stage.takeLaunched();
        assertThat(tasks).extracting(task -> payload(task).shardingItem()).containsExactlyInAnyOrder(1, 3);
        assertThat(tasks).allSatisfy(task -> {
            assertThat(payload(task).jobParameter()).isEqualTo("special");
            assertThat(payload(task).shardingTotalCount()).isEqualTo(4);
        });
        assertThat(stage.records()).extracting(TaskRecord::runId).containsOnly("run-1");
        assertThat(stage.node(RUN)).isNull();
    }

    @Test
    void givenCountedRunsToo_thenTheRunAskedForGoesFirstAndTheOldestOfSeveral() {
        aJob(1, "");
        stage.fire();
        asked(Runs.of("run-2", "second", stage.now().plusSeconds(1)));
        asked(Runs.of("run-1", "first", stage.now()));

        assertThat(launchedOneAfterTheOther(3)).containsExactly("first", "second", "usual");
    }

    private List<String> launchedOneAfterTheOther(int runs) {
        return java.util.stream.IntStream.range(0, runs).mapToObj(i -> {
            stage.offer("agent-" + i, 4, 4096);
            TaskInfo task = stage.takeLaunched().get(0);
            stage.update(task, TaskState.TASK_FINISHED);
            return payload(task).jobParameter();
        }).toList();
    }

    @Test
    void givenTheLaunchIsRefused_thenTheRunStaysAskedForAndIsLaunchedOnce() {
        aJob(1, "");
        asked(Runs.of("run-1", "x", stage.now()));
        stage.registry.beforeNext(() -> stage.registry.remove(RUN));

        stage.offer("agent-1", 4, 4096);
        stage.pass(Duration.ofSeconds(1)).offer("agent-1", 4, 4096);

        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(stage.records()).isEmpty();
    }

    @Test
    void givenSomeOfItsItemsAreGone_thenOnlyTheOthersRun() {
        aJob(2, "");
        asked(Runs.of("run-1", null, stage.now(), 0, 5));

        stage.offer("agent-1", 4, 4096);

        assertThat(stage.takeLaunched()).singleElement().satisfies(task -> {
            assertThat(payload(task).shardingItem()).isZero();
            assertThat(payload(task).jobParameter()).isEqualTo("usual");
        });
    }

    @Test
    void givenAllItsItemsAreGone_thenItIsDropped() {
        aJob(2, "");
        asked(Runs.of("run-1", null, stage.now(), 5));

        assertThat(stage.node(RUN)).isNull();
        assertThat(stage.node(RegistryPaths.waiting("job"))).isNull();
    }

    @Test
    void givenOneThatCannotBeRead_thenItIsRemovedAndHoldsNobodyUp() {
        aJob(1, "");
        stage.put(RUN, "not JSON").fire();

        stage.offer("agent-1", 4, 4096);

        assertThat(stage.node(RUN)).isNull();
        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenItDoesNotFit_thenItSaysWhyItWaits() {
        aJob(2, "");
        asked(Runs.of("run-1", "x", stage.now()));
        stage.offer("agent-1", 0.2, 4096);

        assertThat(stage.waiting("job")).contains("0.6 cpus");
    }

    @Test
    void givenItFails_whenTheJobHasFailover_thenItsParameterIsKeptEvenByAnotherLeader() {
        aJob(2, ",\"failover\":true");
        asked(Runs.of("run-1", "special", stage.now(), 1));
        stage.offer("agent-1", 4, 4096);
        TaskInfo task = stage.takeLaunched().get(0);
        stage.update(task, TaskState.TASK_RUNNING).update(task, TaskState.TASK_FAILED);

        stage.lead().connect().pass(Duration.ofSeconds(2)).offer("agent-2", 4, 4096);
        TaskInfo again = stage.takeLaunched().get(0);
        assertThat(payload(again).jobParameter()).isEqualTo("special");
        stage.lead().connect().update(again, TaskState.TASK_RUNNING).update(again, TaskState.TASK_FAILED);
        stage.pass(Duration.ofSeconds(5)).offer("agent-3", 4, 4096);

        assertThat(stage.takeLaunched()).singleElement()
                .satisfies(third -> assertThat(payload(third).jobParameter()).isEqualTo("special"));
    }

    @Test
    void givenItsLaunchGetsLost_thenItIsLaunchedAgainWithItsParameterWithoutFailover() {
        aJob(1, "");
        asked(Runs.of("run-1", "special", stage.now()));
        stage.offer("agent-1", 4, 4096);

        stage.update(Stage.status(stage.takeLaunched().get(0), TaskState.TASK_DROPPED).clearUuid().build());
        stage.pass(Duration.ofSeconds(1)).offer("agent-1", 4, 4096);

        assertThat(stage.takeLaunched()).singleElement()
                .satisfies(again -> assertThat(payload(again).jobParameter()).isEqualTo("special"));
    }

    @Test
    void givenAfterAOneOffRunFailed_whenACountedRunIsDue_thenItHasTheUsualParameter() {
        aJob(1, ",\"failover\":true");
        asked(Runs.of("run-1", "special", stage.now()));
        stage.offer("agent-1", 4, 4096);
        TaskInfo task = stage.takeLaunched().get(0);
        stage.update(task, TaskState.TASK_RUNNING).update(task, TaskState.TASK_FAILED).fire();
        stage.pass(Duration.ofSeconds(1));

        assertThat(launchedOneAfterTheOther(2)).containsExactly("special", "usual");
        assertThat(stage.traces("job")).noneMatch(path -> path.startsWith(RegistryPaths.ATTEMPTS));
    }

    @Test
    void givenTheJobBecomesADaemon_thenItsOneOffRunsAreGone() {
        aJob(1, "");
        asked(Runs.of("run-1", "x", stage.now()));

        stage.job(Configs.daemonJob("job", 1));

        assertThat(stage.node(RUN)).isNull();
    }

    @Test
    void givenTheJobIsDeregistered_thenItsOneOffRunsAreGone() {
        aJob(1, "");
        asked(Runs.of("run-1", "x", stage.now()));

        stage.remove(RegistryPaths.configJob("job"));

        assertThat(stage.traces("job")).isEmpty();
    }
}
