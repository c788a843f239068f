package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.jobdeck.executor.wire.FiringResult;
import io.jobdeck.executor.wire.Messages;
import io.jobdeck.executor.wire.TaskPayload;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.RunResult.Outcome;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.Waiting;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the loop does to queues, records and Mesos, event by event. */
class SchedulingTest {

    private final Stage stage = new Stage();

    private void aLeaderWithTheApp() {
        stage.lead().connect().app(Configs.app("app", 0.1, 32));
    }

    private List<TaskInfo> aRunningJob(int items) {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", items)).fire();
        stage.offer("agent-1", 4, 4096);
        List<TaskInfo> tasks = stage.takeLaunched();
        tasks.forEach(task -> stage.update(task, TaskState.TASK_RUNNING));
        assertThat(tasks).hasSize(items);
        stage.calls.clear();
        return tasks;
    }

    private List<TaskInfo> aRunningDaemon(int items) {
        aLeaderWithTheApp();
        stage.job(Configs.daemonJob("job", items));
        stage.offer("agent-1", 4, 4096);
        List<TaskInfo> tasks = stage.takeLaunched();
        tasks.forEach(task -> stage.update(task, TaskState.TASK_RUNNING));
        assertThat(tasks).hasSize(items);
        stage.calls.clear();
        return tasks;
    }

    /** Returns the size of a transaction as ZooKeeper counts it, with room for the frame of each change. */
    private static int bytes(Transaction transaction) {
        return transaction.changes().stream().mapToInt(change -> 80 + change.path().length()
                + (change instanceof Change.Create create ? create.text().length() : 0)).sum();
    }

    private RunResult lastResult() {
        return Codecs.RUN_RESULT.read(stage.node(RegistryPaths.jobStatus("job")));
    }

    @Nested
    class Launching {

        @Test
        void givenATransientJob_whenItsCronFires_thenARunIsQueued() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 3));

            assertThat(stage.crons).containsExactly("0/5 * * * * ?");
            stage.fire();

            assertThat(stage.node(RegistryPaths.ready("job"))).isEqualTo("1");
        }

        @Test
        void givenAQueuedRun_whenAnOfferFits_thenAllItemsAreRecordedAndLaunchedInOneCall() {
            aLeaderWithTheApp();
            stage.job(Configs.job("job", 3, "TRANSIENT", ",\"shardingItemParameters\":\"0=a,2=c\"")).fire();

            stage.offer("agent-1", 4, 4096);

            assertThat(stage.calls(Call.Type.ACCEPT)).hasSize(1);
            List<TaskInfo> tasks = stage.takeLaunched();
            assertThat(tasks).extracting(task -> TaskPayload.fromBytes(task.getData().toByteArray()).shardingParameter())
                    .containsExactly("a", "", "c");
            assertThat(tasks).allSatisfy(task -> {
                assertThat(task.getTaskId().getValue()).matches("job@-@\\d@-@READY@-@agent-1@-@.+");
                assertThat(task.getExecutor().getExecutorId().getValue()).isEqualTo("app@-@agent-1");
            });
            assertThat(stage.records()).hasSize(3);
            assertThat(stage.node(RegistryPaths.ready("job"))).isNull();
        }

        @Test
        void givenAnOfferAtHand_whenTheCronFires_thenItIsLaunchedAtOnce() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 1));
            stage.offer("agent-1", 4, 4096);

            stage.fire();

            assertThat(stage.takeLaunched()).hasSize(1);
        }

        @Test
        void givenALaunchThatTheRegistryRefuses_thenNothingIsLaunchedAndTheOfferIsGivenBack() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 1)).fire();
            // Somebody triggers the job just before the launch is written, so the count has another version.
            stage.registry.beforeNext(() -> stage.registry.put(RegistryPaths.ready("job"), "2"));

            stage.offer("agent-1", 4, 4096);

            assertThat(stage.calls(Call.Type.ACCEPT)).isEmpty();
            assertThat(stage.calls(Call.Type.DECLINE)).hasSize(1);
            assertThat(stage.records()).isEmpty();
            assertThat(stage.node(RegistryPaths.ready("job"))).isEqualTo("2");
        }

        @Test
        void givenNotEnoughForAllItems_thenNoneIsLaunchedAndTheReasonIsPublishedInNumbers() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 3)).fire();

            stage.offer("agent-1", 1.2, 4096);
            stage.pass(Duration.ofSeconds(2));

            assertThat(stage.takeLaunched()).isEmpty();
            assertThat(Codecs.WAITING.read(stage.node(RegistryPaths.waiting("job"))).reason())
                    .contains("0.6 cpus and 96 MB", "1.2 cpus and 4096 MB", "1 agent");
        }

        @Test
        void givenTheOfferIsGoneForAMoment_thenTheJobStillWaitsSinceItBeganTo() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 3)).fire();
            var offer = stage.offer("agent-1", 1.2, 4096);
            stage.pass(Duration.ofSeconds(2));
            Waiting before = Codecs.WAITING.read(stage.node(RegistryPaths.waiting("job")));

            stage.receive(Event.newBuilder()
                    .setType(Event.Type.RESCIND)
                    .setRescind(Event.Rescind.newBuilder().setOfferId(offer.getId()))
                    .build());
            stage.fire();
            stage.offer("agent-1", 1.1, 4096);
            stage.pass(Duration.ofSeconds(2));

            Waiting after = Codecs.WAITING.read(stage.node(RegistryPaths.waiting("job")));
            assertThat(after.reason()).isNotEqualTo(before.reason());
            assertThat(after.since()).isEqualTo(before.since());
        }

        @Test
        void givenTheExecutorRunsThere_thenItsSizeIsNotNeededAgain() {
            aRunningJob(1).forEach(task -> stage.update(task, TaskState.TASK_FINISHED));
            stage.fire();

            stage.offer("agent-1", 0.5, 64, "app@-@agent-1");

            assertThat(stage.takeLaunched()).hasSize(1);
        }

        @Test
        void givenTheSameExecutorAgain_thenItsInfoIsTheSameToTheByte() {
            List<TaskInfo> first = aRunningJob(1);
            stage.update(first.get(0), TaskState.TASK_FINISHED).fire();

            stage.offer("agent-1", 3, 512, "app@-@agent-1");

            assertThat(stage.takeLaunched()).extracting(TaskInfo::getExecutor).containsExactly(first.get(0).getExecutor());
        }

        @Test
        void givenTwoAgents_thenItemsAreSpread() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 4));
            stage.offer("agent-1", 1.2, 4096);
            stage.offer("agent-2", 1.2, 4096);

            stage.fire();

            assertThat(stage.takeLaunched()).extracting(task -> task.getAgentId().getValue())
                    .containsExactlyInAnyOrder("agent-1", "agent-1", "agent-2", "agent-2");
        }

        @Test
        void givenARunInFlight_whenTheCronFiresAgain_thenItWaitsForItsEnd() {
            List<TaskInfo> tasks = aRunningJob(2);
            stage.offer("agent-2", 4, 4096);

            stage.fire().fire();
            assertThat(stage.takeLaunched()).isEmpty();
            assertThat(stage.node(RegistryPaths.ready("job"))).isEqualTo("1");
            stage.update(tasks.get(0), TaskState.TASK_FINISHED);
            assertThat(stage.takeLaunched()).isEmpty();
            stage.update(tasks.get(1), TaskState.TASK_FINISHED);

            assertThat(stage.takeLaunched()).hasSize(2);
            assertThat(stage.node(RegistryPaths.ready("job"))).isNull();
        }

        @Test
        void givenMisfire_whenFiringsFindTheJobRunning_thenTheyPileUp() {
            aLeaderWithTheApp();
            stage.job(Configs.job("job", 1, "TRANSIENT", ",\"misfire\":true"));

            stage.fire().fire().fire();

            assertThat(stage.node(RegistryPaths.ready("job"))).isEqualTo("3");
        }

        @Test
        void givenOneJobWithBadParameters_thenTheOthersAreLaunched() {
            aLeaderWithTheApp();
            stage.job(Configs.job("bad", 1, "TRANSIENT", ",\"shardingItemParameters\":\"0\""));
            stage.job(Configs.transientJob("good", 1)).fire();

            stage.offer("agent-1", 4, 4096);
            stage.pass(Duration.ofSeconds(2));

            assertThat(stage.records()).extracting(record -> record.metaInfo().jobName()).containsExactly("good");
            assertThat(stage.node(RegistryPaths.waiting("bad"))).contains("shardingItemParameters");
        }

        @Test
        void givenAScriptJob_thenMesosRunsItsCommandWithTheJsonIntact() {
            aLeaderWithTheApp();
            stage.job(Codecs.JOB.read("""
                    {"jobName":"job","appName":"app","jobType":"SCRIPT","cron":"0/5 * * * * ?","shardingTotalCount":1,
                    "cpuCount":0.5,"memoryMB":64,"jobExecutionType":"TRANSIENT","scriptCommandLine":"bin/run.sh",
                    "jobParameter":"it's"}""")).fire();
            stage.offer("agent-1", 4, 4096);

            assertThat(stage.takeLaunched()).singleElement().satisfies(task -> {
                assertThat(task.hasExecutor()).isFalse();
                assertThat(task.getCommand().getValue()).startsWith("bin/run.sh '{\"taskId\":\"job@-@0@-@READY@-@agent-1@-@")
                        .contains("\"jobParameter\":\"it'\\''s\"");
            });
        }

        @Test
        void givenMoreItemsThanOneTransactionHolds_thenTheJobWaitsAndSaysSo() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 5_000)).fire();
            stage.offer("agent-1", 40_000, 4_000_000);

            stage.pass(Duration.ofSeconds(2));

            assertThat(stage.takeLaunched()).isEmpty();
            assertThat(stage.node(RegistryPaths.waiting("job"))).contains("5000 items");
        }

        @Test
        void givenAsManyItemsAsOneTransactionHolds_thenItsSizeStaysBelowTheLimit() {
            aLeaderWithTheApp();
            String name = "j".repeat(100);
            int items = TaskRecords.mostAtOnce(new JobState(name));
            stage.job(Configs.daemonJob(name, items));

            stage.offer("a".repeat(39) + "-S12345", 40_000, 4_000_000);

            assertThat(stage.takeLaunched()).hasSize(items);
            assertThat(stage.registry.submitted().stream().mapToInt(SchedulingTest::bytes).max().orElseThrow())
                    .isLessThan(1_000_000);
        }

        @Test
        void givenAnAppOfTheOldExecutor_thenItsJobWaitsAndSaysWhy() {
            aLeaderWithTheApp();
            stage.registry.put(RegistryPaths.appInfo("app"), Codecs.APP_INFO, ExecutorKind.ELASTIC_JOB_2_1_5);
            stage.job(Configs.transientJob("job", 1)).fire();
            stage.offer("agent-1", 4, 4096);

            stage.pass(Duration.ofSeconds(2));

            assertThat(stage.takeLaunched()).isEmpty();
            assertThat(stage.node(RegistryPaths.waiting("job"))).contains("2.1.5");
        }
    }

    @Nested
    class Updates {

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

    @Nested
    class Failures {

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
    }

    @Nested
    class Daemons {

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

    @Nested
    class Operations {

        @Test
        void givenARunningJob_whenItIsDisabled_thenItsTasksAreKilledAndItsCronAndQueuesAreEmptied() {
            List<TaskInfo> tasks = aRunningJob(2);
            stage.fire();

            stage.registry.put(RegistryPaths.disabledJob("job"), "job");
            stage.settle();

            assertThat(stage.calls(Call.Type.KILL)).hasSize(2);
            assertThat(stage.crons).isEmpty();
            assertThat(stage.node(RegistryPaths.ready("job"))).isNull();
            tasks.forEach(task -> stage.update(task, TaskState.TASK_KILLED));
            assertThat(stage.records()).isEmpty();
        }

        @Test
        void givenAKillThatGetsLost_thenItIsRepeatedUntilTheTaskEnds() {
            List<TaskInfo> tasks = aRunningJob(1);
            stage.registry.put(RegistryPaths.disabledJob("job"), "job");
            stage.settle();
            stage.calls.clear();

            stage.pass(Duration.ofSeconds(5));
            assertThat(stage.calls(Call.Type.KILL)).hasSize(1);
            stage.update(tasks.get(0), TaskState.TASK_KILLED);
            stage.calls.clear();
            stage.pass(Duration.ofMinutes(2));

            assertThat(stage.calls(Call.Type.KILL)).isEmpty();
        }

        @Test
        void givenADisabledJob_whenItIsEnabled_thenItsCronRunsAgain() {
            aRunningJob(1);
            stage.registry.put(RegistryPaths.disabledJob("job"), "job");
            stage.settle();

            stage.registry.remove(RegistryPaths.disabledJob("job"));
            stage.settle();

            assertThat(stage.crons).hasSize(1);
        }

        @Test
        void givenTheAppIsDisabled_thenItsJobsStopAndStayStopped() {
            aRunningJob(1);

            stage.registry.put(RegistryPaths.disabledApp("app"), "app");
            stage.settle().fire();

            assertThat(stage.calls(Call.Type.KILL)).hasSize(1);
            assertThat(stage.crons).isEmpty();
            assertThat(stage.node(RegistryPaths.ready("job"))).isNull();
        }

        @Test
        void givenARunningJob_whenItIsDeregistered_thenItLeavesNoTrace() {
            List<TaskInfo> tasks = aRunningJob(2);
            stage.fire();

            stage.registry.remove(RegistryPaths.configJob("job"));
            stage.settle();
            assertThat(stage.calls(Call.Type.KILL)).hasSize(2);
            tasks.forEach(task -> stage.update(task, TaskState.TASK_KILLED));

            assertThat(stage.traces("job")).isEmpty();
            assertThat(stage.crons).isEmpty();
        }

        @Test
        void givenItsCronIsUpdated_thenTheOldOneIsUnscheduled() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 1));

            stage.job(Codecs.JOB.read(stage.node(RegistryPaths.configJob("job")).replace("0/5", "0/7")));

            assertThat(stage.crons).containsExactly("0/7 * * * * ?");
        }

        @Test
        void givenTheAppIsDeregistered_thenItsExecutorsAreToldToStopUntilTheyDo() {
            TaskInfo task = aRunningJob(1).get(0);
            stage.update(task, TaskState.TASK_FINISHED);

            stage.registry.remove(RegistryPaths.configJob("job"));
            stage.registry.remove(RegistryPaths.appInfo("app"));
            stage.registry.remove(RegistryPaths.configApp("app"));
            stage.settle();
            assertThat(stage.calls(Call.Type.MESSAGE)).singleElement().satisfies(call ->
                    assertThat(call.getMessage().getData().toStringUtf8()).isEqualTo("STOP"));
            stage.pass(Duration.ofSeconds(5));
            assertThat(stage.calls(Call.Type.MESSAGE)).hasSize(2);
            stage.executorEnded(task);
            stage.pass(Duration.ofMinutes(1));

            assertThat(stage.calls(Call.Type.MESSAGE)).hasSize(2);
            assertThat(stage.node(RegistryPaths.executor("app@-@agent-1"))).isNull();
        }

        @Test
        void givenTheAppIsUpdatedDuringARun_thenItsExecutorIsToldToStopWhenTheRunHasEnded() {
            TaskInfo task = aRunningJob(1).get(0);

            stage.app(Configs.app("app", 0.2, 48));
            assertThat(stage.calls(Call.Type.KILL)).isEmpty();
            assertThat(stage.calls(Call.Type.MESSAGE)).isEmpty();
            stage.update(task, TaskState.TASK_FINISHED);

            assertThat(stage.calls(Call.Type.MESSAGE)).singleElement().satisfies(call ->
                    assertThat(call.getMessage().getData().toStringUtf8()).isEqualTo("STOP"));
        }

        @Test
        void givenTheAppOfADaemonIsUpdated_thenTheDaemonMovesToANewExecutor() {
            TaskInfo task = aRunningDaemon(1).get(0);

            stage.app(Configs.app("app", 0.2, 48));
            assertThat(stage.calls(Call.Type.KILL)).hasSize(1);
            stage.update(task, TaskState.TASK_KILLED);
            assertThat(stage.calls(Call.Type.MESSAGE)).hasSize(1);
            stage.executorEnded(task);
            stage.offer("agent-1", 4, 4096);

            assertThat(stage.takeLaunched()).singleElement().satisfies(next ->
                    assertThat(next.getExecutor().getResources(0).getScalar().getValue()).isEqualTo(0.2));
        }

        @Test
        void givenTheAppIsDeregisteredDuringARun_thenItsExecutorIsToldToStopWhenTheRunHasEnded() {
            TaskInfo task = aRunningJob(1).get(0);

            stage.registry.remove(RegistryPaths.configJob("job"));
            stage.registry.remove(RegistryPaths.appInfo("app"));
            stage.registry.remove(RegistryPaths.configApp("app"));
            stage.settle();
            assertThat(stage.calls(Call.Type.MESSAGE)).isEmpty();
            stage.update(task, TaskState.TASK_KILLED);

            assertThat(stage.calls(Call.Type.MESSAGE)).hasSize(1);
        }

        @Test
        void givenTheAppIsUpdated_thenItsExecutorIsReplacedAndNothingIsSentToTheOldOne() {
            TaskInfo task = aRunningJob(1).get(0);
            stage.fire();
            stage.app(Configs.app("app", 0.2, 48));
            stage.update(task, TaskState.TASK_FINISHED);
            stage.offer("agent-1", 4, 4096, "app@-@agent-1");
            assertThat(stage.takeLaunched()).isEmpty();

            stage.executorEnded(task);
            stage.offer("agent-1", 4, 4096);

            assertThat(stage.takeLaunched()).singleElement().satisfies(next ->
                    assertThat(next.getExecutor().getResources(0).getScalar().getValue()).isEqualTo(0.2));
        }
    }

    @Nested
    class Offers {

        @Test
        void givenNothingWaits_thenOffersAreGivenBackAndNoMoreAreWanted() {
            aLeaderWithTheApp();
            stage.offer("agent-1", 4, 4096);

            stage.pass(Duration.ofSeconds(6));

            assertThat(stage.calls).extracting(Call::getType).contains(Call.Type.DECLINE, Call.Type.SUPPRESS);
        }

        @Test
        void givenNoMoreOffersWereWanted_whenAJobIsDue_thenTheyAreAskedForAtOnce() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 1));
            stage.offer("agent-1", 4, 4096);
            stage.pass(Duration.ofSeconds(6));
            stage.calls.clear();

            stage.fire();

            assertThat(stage.calls).extracting(Call::getType).contains(Call.Type.REVIVE);
        }

        @Test
        void givenAJobIsDueWhileALaunchIsUnderWay_thenTheRemainderIsAskedForRightBehindTheLaunch() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("first", 1));
            stage.job(Configs.transientJob("second", 8)).fire();

            stage.offer("agent-1", 4, 4096);

            List<Call.Type> types = stage.calls.stream().map(Call::getType).toList();
            assertThat(types.lastIndexOf(Call.Type.REVIVE)).isGreaterThan(types.indexOf(Call.Type.ACCEPT));
        }

        @Test
        void givenARescindedOffer_thenItIsNotUsed() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 1));
            var offer = stage.offer("agent-1", 4, 4096);
            stage.receive(Event.newBuilder()
                    .setType(Event.Type.RESCIND)
                    .setRescind(Event.Rescind.newBuilder().setOfferId(offer.getId()))
                    .build());

            stage.fire();

            assertThat(stage.takeLaunched()).isEmpty();
        }
    }

    @Nested
    class Leadership {

        @Test
        void givenTasksInFlight_whenAnotherLeads_thenItKnowsThemAndAsksMesosAboutThem() {
            List<TaskInfo> tasks = aRunningJob(2);
            stage.fire();

            stage.lead();
            stage.connect();
            stage.offer("agent-2", 4, 4096);

            assertThat(stage.takeLaunched()).isEmpty();
            tasks.forEach(task -> stage.update(task, TaskState.TASK_FINISHED));
            assertThat(stage.takeLaunched()).hasSize(2);
        }

        @Test
        void givenTheLeaderDiedBetweenRecordingAndLaunching_thenTheRunIsNeitherLostNorDoubled() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 1)).fire();
            stage.offer("agent-1", 4, 4096);
            TaskInfo neverSent = stage.takeLaunched().get(0);

            stage.lead().connect();
            stage.offer("agent-1", 4, 4096);
            assertThat(stage.takeLaunched()).isEmpty();
            stage.update(Stage.status(neverSent, TaskState.TASK_GONE).clearUuid().build());
            stage.pass(Duration.ofSeconds(1));

            assertThat(stage.takeLaunched()).hasSize(1);
        }

        @Test
        void givenAnotherLeads_thenTheOldOneWritesNothingMore() {
            List<TaskInfo> tasks = aRunningJob(1);
            stage.registry.lead("{}");

            stage.update(tasks.get(0), TaskState.TASK_FINISHED);

            assertThat(stage.halts).containsExactly("another scheduler leads");
            assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).isEmpty();
            assertThat(stage.records()).hasSize(1);
        }

        @Test
        void givenARunningDaemonOf215_whenTheTreeIsTakenOver_thenItIsAdoptedAndNotStartedAgain() {
            stage.registry.put(RegistryPaths.configApp("app"), Codecs.APP, Configs.app("app", 0.1, 32));
            stage.registry.put(RegistryPaths.configJob("job"), Codecs.JOB, Configs.daemonJob("job", 1));
            stage.registry.put("/state/running/job/job@-@0", "job@-@0@-@READY@-@agent-1@-@old");

            stage.lead().connect();
            stage.offer("agent-1", 4, 4096);

            assertThat(stage.takeLaunched()).isEmpty();
            assertThat(stage.records()).extracting(record -> record.taskId().unique()).containsExactly("old");
        }

        @Test
        void givenMesosRemovedTheFramework_thenItsIdIsForgotten() {
            aLeaderWithTheApp();
            assertThat(stage.node(RegistryPaths.FRAMEWORK_ID)).isEqualTo("framework-1");

            stage.receive(Event.newBuilder()
                    .setType(Event.Type.ERROR)
                    .setError(Event.Error.newBuilder()
                            .setMessage("Framework has been removed")).build());

            assertThat(stage.node(RegistryPaths.FRAMEWORK_ID)).isNull();
        }
    }
}
