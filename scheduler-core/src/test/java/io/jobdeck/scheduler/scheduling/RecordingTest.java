package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.model.RunResult.Outcome;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** How what happens to tasks gets into the registry: together, and before it is acknowledged. */
class RecordingTest extends SchedulingScenario {

    private static TaskStatus[] all(List<TaskInfo> tasks, TaskState state) {
        return tasks.stream().map(task -> Stage.status(task, state).build()).toArray(TaskStatus[]::new);
    }

    private List<Transaction> writtenBy(Runnable work) {
        int before = stage.registry.submitted().size();
        work.run();
        return stage.registry.submitted().stream().skip(before).toList();
    }

    private List<String> partNodes() {
        return stage.registry.snapshot().keySet().stream()
                .filter(path -> NodeAddress.of(path) instanceof NodeAddress.RunPart).toList();
    }

    @Test
    void givenARun_thenItsTasksShareANodeForEverySixtyFourItems() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 130)).fire();

        stage.offer("agent-1", 400, 40_000);

        assertThat(partNodes()).hasSize(3);
        assertThat(stage.records()).hasSize(130);
    }

    @Test
    void givenALaunch_thenTheExecutorItStartsIsRecordedInTheSameTransaction() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 2)).fire();

        List<Transaction> written = writtenBy(() -> stage.offer("agent-1", 4, 4096));

        assertThat(written).singleElement().satisfies(launch -> assertThat(launch.changes())
                .extracting(Change::path).contains(RegistryPaths.executor("app@-@agent-1")));
    }

    @Test
    void givenManyUpdatesAtOnce_thenTheyAreWrittenOnceAndAcknowledgedAfterThat() {
        List<TaskInfo> tasks = aStartingJob(100);

        List<Transaction> written = writtenBy(() -> stage.updateTogether(all(tasks, TaskState.TASK_RUNNING)));

        assertThat(written).hasSize(1);
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(100);
        assertThat(stage.records()).extracting(TaskRecord::state)
                .containsOnly(io.jobdeck.scheduler.model.TaskState.RUNNING);
    }

    @Test
    void givenTheWriteOfManyUpdatesIsLost_thenNoneIsAcknowledged() {
        List<TaskInfo> tasks = aStartingJob(3);
        stage.registry.loseAnswerOfNext();

        stage.updateTogether(all(tasks, TaskState.TASK_RUNNING));

        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).isEmpty();
        assertThat(stage.halts).hasSize(1);
    }

    @Test
    void givenTheSameUpdateAgainBeforeItIsRecorded_thenNeitherIsAcknowledgedBefore() {
        TaskInfo task = aStartingJob(1).get(0);
        TaskStatus running = Stage.status(task, TaskState.TASK_RUNNING).build();
        stage.registry.answerNext(new TransactionResult.Unknown("connection lost"));

        stage.updateTogether(running, running);

        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).isEmpty();
    }

    @Test
    void givenSomeItemsEndAtOnce_thenTheRecordsOfTheOthersStay() {
        List<TaskInfo> tasks = aRunningJob(5);

        List<Transaction> written = writtenBy(() ->
                stage.updateTogether(all(tasks.subList(1, 4), TaskState.TASK_FINISHED)));

        assertThat(written).hasSize(1);
        assertThat(stage.records()).extracting(record -> record.taskId().item()).containsExactly(0, 4);
    }

    @Test
    void givenAllItemsEndAtOnce_thenOneTransactionRemovesTheNodesAndTellsTheResult() {
        List<TaskInfo> tasks = aRunningJob(5);

        List<Transaction> written = writtenBy(() -> stage.updateTogether(all(tasks, TaskState.TASK_FINISHED)));

        assertThat(written).hasSize(1);
        assertThat(partNodes()).isEmpty();
        assertThat(lastResult().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void givenRunsThatSucceed_thenTheResultSaysHowLongTheyUsuallyTakeAndItemsThatEndTogetherCountOnce() {
        List<TaskInfo> first = aRunningJob(3);
        stage.pass(Duration.ofSeconds(40));
        stage.updateTogether(all(first, TaskState.TASK_FINISHED));
        Duration afterFirst = lastResult().usual().orElseThrow();

        stage.fire();
        stage.offer("agent-1", 40, 40_000);
        List<TaskInfo> second = stage.takeLaunched();
        stage.pass(Duration.ofSeconds(80));
        stage.updateTogether(all(second, TaskState.TASK_FINISHED));

        assertThat(afterFirst).isEqualTo(Duration.ofSeconds(40));
        assertThat(lastResult().duration()).contains(Duration.ofSeconds(80));
        assertThat(lastResult().usual()).contains(Duration.ofSeconds(50));
    }

    @Test
    void givenItemsOfAFailoverJobFailAtOnce_thenOneTransactionEndsThemAndQueuesThemAgain() {
        List<TaskInfo> tasks = aRunningFailoverJob(4);

        List<Transaction> written = writtenBy(() ->
                stage.updateTogether(all(tasks.subList(0, 3), TaskState.TASK_FAILED)));

        assertThat(written).hasSize(1);
        assertThat(stage.traces("job")).contains("/state/failover/job/job@-@0", "/state/failover/job/job@-@1",
                "/state/failover/job/job@-@2");
        assertThat(stage.records()).hasSize(1);
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(3);
    }

    @Test
    void givenAllItemsOfADaemonEndAtOnce_thenTheParentOfTheNodesOf215GoesWithThem() {
        List<TaskInfo> tasks = aRunningDaemon(3);
        stage.job(Configs.transientJob("job", 3));

        stage.updateTogether(all(tasks, TaskState.TASK_KILLED));

        assertThat(stage.traces("job")).noneMatch(path -> path.startsWith("/state/running"));
    }

    @Test
    void givenSomebodyMadeTheParentOfTheFailoverQueueMeanwhile_thenTheWriteIsRepeatedAndAcknowledgedOnce() {
        List<TaskInfo> tasks = aRunningFailoverJob(2);
        stage.registry.beforeNext(() -> stage.registry.put(RegistryPaths.failover("job"), ""));

        stage.updateTogether(all(tasks.subList(0, 1), TaskState.TASK_FAILED));
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).isEmpty();
        stage.update(tasks.get(1), TaskState.TASK_FINISHED);
        stage.pass(Duration.ofMillis(200));

        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(2);
        assertThat(stage.node("/state/failover/job/job@-@0")).isEqualTo(tasks.get(0).getTaskId().getValue());
        assertThat(stage.records()).isEmpty();
        assertThat(stage.halts).isEmpty();
    }

    @Test
    void givenTheJobIsDeregisteredJustThen_thenItsFailedItemIsNotQueuedAndLeavesNoTrace() {
        List<TaskInfo> tasks = aRunningFailoverJob(1);
        stage.registry.beforeNext(() -> stage.registry.remove(RegistryPaths.configJob("job")));

        stage.update(tasks.get(0), TaskState.TASK_FAILED);
        stage.pass(Duration.ofMillis(200));

        assertThat(stage.traces("job")).isEmpty();
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).hasSize(1);
    }

    @Test
    void givenSomebodyRemovedTheRecordByHand_thenThisTermEndsAndNothingIsAcknowledged() {
        List<TaskInfo> tasks = aRunningJob(1);
        partNodes().forEach(stage.registry::remove);

        stage.update(tasks.get(0), TaskState.TASK_FINISHED);

        assertThat(stage.halts).hasSize(1);
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).isEmpty();
    }

    @Test
    void givenAnEndThatIsNotRecordedYet_thenItsItemIsNotLaunchedAgainBefore() {
        List<TaskInfo> tasks = aRunningJob(1);
        stage.fire();
        stage.offer("agent-2", 4, 4096);
        stage.registry.answerNext(new TransactionResult.Unknown("connection lost"));

        stage.update(tasks.get(0), TaskState.TASK_FINISHED);

        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(stage.node(RegistryPaths.ready("job"))).isEqualTo("1");
    }

    @Test
    void givenRunsInParts_whenAnotherLeads_thenItKnowsEveryTaskAsItWas() {
        List<TaskInfo> tasks = aRunningJob(130);
        stage.update(tasks.get(70), TaskState.TASK_FINISHED);
        List<TaskRecord> before = stage.records();

        stage.lead().connect();
        List<Transaction> written = writtenBy(() -> stage.updateTogether(all(tasks, TaskState.TASK_KILLING)));

        assertThat(before).hasSize(129);
        assertThat(written).hasSize(1);
        assertThat(stage.records()).extracting(TaskRecord::taskId)
                .containsExactlyElementsOf(before.stream().map(TaskRecord::taskId).toList());
    }

    @Test
    void givenNodesOf215AreMissing_whenAnotherLeads_thenItMakesThemGood() {
        List<TaskInfo> tasks = aRunningDaemon(3);
        stage.registry.remove("/state/running/job/job@-@1");
        stage.registry.put("/state/running/job/job@-@2", "job@-@2@-@READY@-@agent-1@-@older");

        stage.lead();

        assertThat(stage.node("/state/running/job/job@-@1")).isEqualTo(tasks.get(1).getTaskId().getValue());
        assertThat(stage.node("/state/running/job/job@-@2")).isEqualTo(tasks.get(2).getTaskId().getValue());
        assertThat(stage.halts).isEmpty();
    }

    @Test
    void givenNothingHappens_thenNothingIsWritten() {
        aRunningJob(3);

        assertThat(writtenBy(() -> stage.pass(Duration.ofMinutes(5)))).isEmpty();
    }

    private List<TaskInfo> aStartingJob(int items) {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", items)).fire();
        stage.offer("agent-1", 400, 40_000);
        return stage.takeLaunched();
    }

    private List<TaskInfo> aRunningFailoverJob(int items) {
        aLeaderWithTheApp();
        stage.job(Configs.job("job", items, "TRANSIENT", ",\"failover\":true")).fire();
        stage.offer("agent-1", 400, 40_000);
        List<TaskInfo> tasks = stage.takeLaunched();
        stage.updateTogether(all(tasks, TaskState.TASK_RUNNING));
        stage.calls.clear();
        return tasks;
    }
}
