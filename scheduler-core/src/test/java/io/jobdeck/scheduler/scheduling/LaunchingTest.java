package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.executor.wire.TaskPayload;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.Waiting;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.Test;

/** When and how queued work is launched. */
class LaunchingTest extends SchedulingScenario {


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
    void givenTenThousandItems_thenOneTransactionRecordsThemAll() {
        aLeaderWithTheApp();
        String name = "j".repeat(100);
        stage.job(Configs.transientJob(name, 10_000)).fire();
        int before = stage.registry.submitted().size();

        for (int agent = 0; agent < 20; agent++) {
            stage.offerLater("a".repeat(39) + "-S" + agent, 300, 40_000);
        }
        stage.settle();

        assertThat(stage.takeLaunched()).hasSize(10_000);
        assertThat(stage.records()).hasSize(10_000);
        assertThat(stage.registry.submitted().subList(before, stage.registry.submitted().size())).hasSize(1)
                .allSatisfy(transaction -> assertThat(bytes(transaction)).isLessThan(900_000));
    }

    @Test
    void givenADaemonOfTenThousandItems_thenItIsLaunchedAndTheNodesOf215FollowInAsFewTransactionsAsTheyFitInto() {
        aLeaderWithTheApp();
        String name = "j".repeat(100);

        stage.job(Configs.daemonJob(name, 10_000));
        stage.offer("a".repeat(39) + "-S12345", 40_000, 4_000_000);

        assertThat(stage.takeLaunched()).hasSize(10_000);
        assertThat(stage.registry.snapshot().keySet()).filteredOn(path -> path.startsWith("/state/running/" + name + "/"))
                .hasSize(10_000);
        assertThat(stage.registry.submitted()).allSatisfy(transaction ->
                assertThat(bytes(transaction)).isLessThan(1_000_000));
        assertThat(stage.registry.submitted()).hasSizeLessThan(20);
    }

    @Test
    void givenMoreItemsThanAJobMayHave_thenItWaitsAndSaysSo() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 10_001)).fire();
        stage.offer("agent-1", 40_000, 4_000_000);

        stage.pass(Duration.ofSeconds(2));

        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(stage.node(RegistryPaths.waiting("job"))).contains("10001");
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

    @Test
    void givenAJobThatAllowsParts_whenOnlySomeItemsFit_thenTheseStartAndTheRestOfTheSameRunFollows() {
        aLeaderWithTheApp();
        stage.job(Configs.job("job", 5, "TRANSIENT", ",\"partialLaunch\":true")).fire();

        stage.offer("agent-1", 1.2, 4096);
        List<TaskInfo> first = stage.takeLaunched();
        assertThat(first).hasSize(2);
        assertThat(stage.node(RegistryPaths.ready("job"))).isNull();
        stage.pass(Duration.ofSeconds(2));
        assertThat(stage.node(RegistryPaths.waiting("job"))).isNotNull();
        first.forEach(task -> stage.update(task, TaskState.TASK_FINISHED));
        assertThat(stage.node(RegistryPaths.jobStatus("job"))).isEmpty();
        stage.fire();
        stage.lead().connect();
        stage.offer("agent-1", 0.8, 4096, "app@-@agent-1");
        List<TaskInfo> second = stage.takeLaunched();
        stage.offer("agent-2", 4, 4096);
        List<TaskInfo> third = stage.takeLaunched();

        assertThat(second.size() + third.size()).isEqualTo(3);
        assertThat(uniquesOf(List.of(first, second, third))).hasSize(1);
        second.forEach(task -> stage.update(task, TaskState.TASK_FINISHED));
        third.forEach(task -> stage.update(task, TaskState.TASK_FINISHED));
        assertThat(lastResult().outcome()).isEqualTo(RunResult.Outcome.SUCCEEDED);
        stage.offer("agent-3", 4, 4096);
        assertThat(uniquesOf(List.of(first, stage.takeLaunched()))).hasSize(2);
    }

    private static Set<String> uniquesOf(List<List<TaskInfo>> launches) {
        return launches.stream().flatMap(List::stream)
                .map(task -> TaskId.parse(task.getTaskId().getValue()).unique())
                .collect(Collectors.toSet());
    }
}
