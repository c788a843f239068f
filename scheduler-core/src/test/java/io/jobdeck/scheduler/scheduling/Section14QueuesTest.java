package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The defects of 2.1.5 that spec section 14 lists for jobs, crons, queues and passes, shown absent; see
 * {@link Section14Test} for where each of the others is shown.
 */
class Section14QueuesTest extends Section14Scenario {

    @Nested
    @DisplayName("14.2 one malformed job stops all scheduling")
    class MalformedJobs {

        @Test
        void parametersThatCannotBeParsedStopTheirOwnJobOnlyAndCostNoOffer() {
            aLeaderWithTheApp();
            stage.job(Configs.job("bad", 1, "TRANSIENT", ",\"shardingItemParameters\":\"0\""));
            stage.job(Configs.transientJob("good", 1)).fire();

            assertThat(launchedOn("agent-1")).singleElement()
                    .satisfies(task -> assertThat(task.getTaskId().getValue()).startsWith("good@-@"));
            assertThat(stage.waiting("bad")).contains("shardingItemParameters");
        }

        @Test
        void aNameWithTheSeparatorIsRefusedAndInTheTreeHarmsNobody() {
            aLeaderWithTheApp();
            assertThatThrownBy(() -> operations.registerJob(Configs.transientJob("a@-@b", 1), CALLER))
                    .isInstanceOf(OperationException.class).hasMessageContaining("jobName");
            stage.put("/config/job/a@-@b", "{\"jobName\":\"a@-@b\"}");
            stage.put("/state/ready/a@-@b", "1");
            stage.job(Configs.transientJob("good", 1)).fire();

            assertThat(launchedOn("agent-1")).hasSize(1);
        }

        @Test
        void whileMesosIsAwayWorkWaitsAndGoesOnAfterwards() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 1));
            stage.loseMaster().fire();
            assertThat(ready("job")).isEqualTo("1");

            stage.findMaster().subscribed();

            assertThat(launchedOn("agent-1")).hasSize(1);
        }
    }

    @Nested
    @DisplayName("14.3 a bad cron is stored before it is checked")
    class BadCrons {

        @Test
        void aBadCronIsRefusedAndNothingIsStored() {
            aLeaderWithTheApp();
            for (String cron : List.of("every minute", "0 0 0 30 2 ?", "0 0 0 1 1 ? 2001")) {
                assertThatThrownBy(() -> operations.registerJob(withCron("job", cron), CALLER))
                        .isInstanceOf(OperationException.class).hasMessageContaining("cron");
            }
            assertThat(stage.traces("job")).isEmpty();
        }

        @Test
        void anUpdateToABadCronLeavesTheJobScheduledAsItWas() {
            aLeaderWithTheApp();
            register("job", 1, "TRANSIENT", "");

            assertThatThrownBy(() -> operations.updateJob(withCron("job", "nonsense"), CALLER))
                    .isInstanceOf(OperationException.class);
            stage.settle();

            assertThat(stage.crons).containsExactly("0/5 * * * * ?");
        }

        @Test
        void aBadCronInTheTreeStopsNoLeader() {
            stage.registry.put(RegistryPaths.configJob("bad"), Codecs.JOB, withCron("bad", "bad"));
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("good", 1)).fire();

            assertThat(stage.halts).isEmpty();
            assertThat(launchedOn("agent-1")).hasSize(1);
        }
    }

    JobConfig withCron(String name, String cron) {
        String text = Codecs.JOB.write(Configs.transientJob(name, 1));
        return Codecs.JOB.read(text.replace("0/5 * * * * ?", cron));
    }

    @Test
    @DisplayName("14.4 ZooKeeper requests that grow with the square of what waits")
    void aRunIsRecordedInOneTransactionHoweverManyItemsItHas() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("large", 400)).fire();
        int before = stage.registry.submitted().size();

        stage.offer("agent-1", 400, 400_000);

        assertThat(stage.takeLaunched()).hasSize(400);
        assertThat(stage.registry.submitted().size() - before).as("transactions; the leader reads from its caches").isEqualTo(1);
    }

    @Nested
    @DisplayName("14.5 latency and throughput floor")
    class Latency {

        @Test
        void aTriggerLaunchesAtOnceOnAnOfferAtHand() {
            aLeaderWithTheApp();
            register("job", 1, "TRANSIENT", "");
            stage.offer("agent-1", 4, 4096);

            trigger("job");

            assertThat(stage.takeLaunched()).as("without any time passing").hasSize(1);
        }

        @Test
        void aBacklogIsWorkedOffAsFastAsRunsEnd() {
            aLeaderWithTheApp();
            register("job", 1, "TRANSIENT", ",\"misfire\":true");
            IntStream.range(0, 20).forEach(run -> trigger("job"));

            int runs = 0;
            for (List<TaskInfo> tasks = launchedOn("agent-1"); !tasks.isEmpty(); tasks = launchedOn("agent-1")) {
                end(tasks, TaskState.TASK_FINISHED);
                runs++;
            }

            assertThat(runs).isEqualTo(20);
        }
    }

    @Nested
    @DisplayName("14.6 producer leaks and double work")
    class Producer {

        @Test
        void aNewCronLeavesNoTriggerBehind() {
            aLeaderWithTheApp();
            register("job", 1, "TRANSIENT", "");

            operations.updateJob(withCron("job", "0/7 * * * * ?"), CALLER);
            stage.settle();

            assertThat(stage.crons).containsExactly("0/7 * * * * ?");
        }

        @Test
        void deregisteringLeavesNoTriggerBehind() {
            aLeaderWithTheApp();
            register("job", 1, "TRANSIENT", "");

            operations.deregisterJob("job", CALLER);
            stage.settle();

            assertThat(stage.crons).isEmpty();
        }

        @Test
        void anUpdateOfADaemonKillsEachTaskOnceAndStartsItOnce() {
            List<TaskInfo> tasks = aRunningDaemon(2);

            update("job", 2, "DAEMON", ",\"jobParameter\":\"new\"");
            assertThat(kills()).isEqualTo(2);
            end(tasks, TaskState.TASK_KILLED);

            assertThat(launchedOn("agent-1")).hasSize(2);
            assertThat(kills()).isZero();
        }

        @Test
        void atTakeoverEachJobIsScheduledOnce() {
            aLeaderWithTheApp();
            register("job", 1, "TRANSIENT", ",\"misfire\":true");

            stage.lead().connect().fire();

            assertThat(ready("job")).isEqualTo("1");
        }
    }

    @Nested
    @DisplayName("14.7 lost and stale state")
    class State {

        @Test
        void noTriggerIsLostHoweverTheyMeet() {
            aLeaderWithTheApp();
            register("job", 1, "TRANSIENT", ",\"misfire\":true");
            IntStream.range(0, 400).parallel().forEach(run -> operations.triggerJob("job", CALLER));

            assertThat(ready("job")).isEqualTo("400");
        }

        @Test
        void aTriggerThatMeetsALaunchIsNotLost() {
            aLeaderWithTheApp();
            register("job", 1, "TRANSIENT", ",\"misfire\":true");
            trigger("job");
            stage.offerLater("agent-1", 4, 4096);
            stage.registry.beforeNext(() -> operations.triggerJob("job", CALLER));
            stage.settle();
            stage.pass(Duration.ofSeconds(1));
            stage.offer("agent-1", 4, 4096);

            assertThat(stage.takeLaunched()).hasSize(1);
            assertThat(ready("job")).isEqualTo("1");
        }

        @Test
        void whenZooKeeperIsAwayNothingIsTakenForAbsentAndNoOperationPretends() {
            aRunningDaemon(1);
            stage.registry.disconnect("no route");
            assertThatThrownBy(() -> operations.disableJob("job", CALLER))
                    .isInstanceOfSatisfying(OperationException.class, refusal ->
                            assertThat(refusal.kind()).isEqualTo(OperationException.Kind.UNAVAILABLE));
            stage.registry.reconnect();
            stage.settle();

            assertThat(stage.records()).hasSize(1);
            assertThat(kills()).isZero();
        }

        @Test
        void aWriteOfUnknownOutcomeEndsTheTermInsteadOfBeingGuessedAt() {
            aLeaderWithTheApp();
            stage.job(Configs.transientJob("job", 1));
            stage.registry.answerNext(new TransactionResult.Unknown("connection lost"));

            stage.fire();

            assertThat(stage.halts).hasSize(1);
        }

        @Test
        void disablingEmptiesTheBacklogAndADisabledJobTakesNoPart() {
            aLeaderWithTheApp();
            register("job", 1, "TRANSIENT", ",\"misfire\":true");
            IntStream.range(0, 7).forEach(run -> trigger("job"));

            operations.disableJob("job", CALLER);
            stage.settle();

            assertThat(ready("job")).isNull();
            assertThatThrownBy(() -> trigger("job")).hasMessageContaining("disabled");
            assertThat(launchedOn("agent-1")).isEmpty();
            assertThat(stage.calls(Call.Type.ACCEPT)).as("offers are not returned by empty launches").isEmpty();
        }

        @Test
        void fromDaemonToTransientNothingIsLeftThatCountsAsRunning() {
            List<TaskInfo> tasks = aRunningDaemon(2);

            update("job", 2, "TRANSIENT", "");
            end(tasks, TaskState.TASK_KILLED);
            stage.lead().connect();

            assertThat(stage.traces("job")).noneMatch(path -> path.startsWith("/state/running/job/"));
            trigger("job");
            assertThat(launchedOn("agent-1")).hasSize(2);
        }

        @Test
        void enablingWhatIsEnabledKillsAndRestartsNothing() {
            aRunningDaemon(2);

            operations.enableJob("job", CALLER);
            operations.enableApp("app", CALLER);
            stage.settle();

            assertThat(kills()).isZero();
            assertThat(ready("job")).isNull();
        }

        @Test
        void aStaleFlagOfAnEarlierJobDoesNotStandInTheWayOfANewOne() {
            aLeaderWithTheApp();
            stage.put(RegistryPaths.disabledJob("job"), "job");

            register("job", 1, "TRANSIENT", "");
            trigger("job");

            assertThat(launchedOn("agent-1")).hasSize(1);
        }
    }

    @Test
    @DisplayName("14.13 fan-out cost")
    void aFiringSharedByManyJobsQueuesAllOfThemWithOneTransactionEachAndDropsNone() {
        aLeaderWithTheApp();
        IntStream.range(0, 1000).forEach(index -> stage.job(Configs.transientJob("job-" + index, 1)));
        int before = stage.registry.submitted().size();

        stage.fire();

        assertThat(stage.registry.submitted().size() - before).isLessThanOrEqualTo(1000);
        assertThat(stage.registry.snapshot().keySet()).filteredOn(path -> path.startsWith("/state/ready/")).hasSize(1000);
        assertThat(stage.registry.submitted()).flatMap(transaction -> transaction.changes())
                .filteredOn(change -> change instanceof Change.Create && change.path().startsWith("/state/ready/"))
                .hasSize(1000);
    }
}
