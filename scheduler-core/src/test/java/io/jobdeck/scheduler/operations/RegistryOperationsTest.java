package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Spec section 4 without the defects of section 14.3 and 14.7. */
class RegistryOperationsTest {

    private static final Caller ALICE = new Caller("alice", "console");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private final SchedulerOperations operations =
            new RegistryOperations(registry, Clock.fixed(NOW, ZoneOffset.UTC));
    private Map<String, ?> before;

    @BeforeEach
    void remember() {
        before = registry.snapshot();
    }

    private static void assertRefused(Kind kind, String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(OperationException.class, e -> {
            assertThat(e.kind()).isEqualTo(kind);
            assertThat(e.getMessage()).contains(message).doesNotContain("\n");
        });
    }

    private int transactionsOf(Runnable work) {
        int sofar = registry.submitted().size();
        work.run();
        return registry.submitted().size() - sofar;
    }

    @Nested
    class Registering {

        @Test
        void anAppIsStoredAsIn215WithItsLibraryBesideIt() {
            operations.registerApp(app(), ALICE);

            assertThat(registry.text("/config/app/foo_app")).isEqualTo(Codecs.APP.write(app())).doesNotContain("executor");
            assertThat(registry.text("/jobdeck/app/foo_app")).isEqualTo("{\"executor\":\"JOBDECK\"}");
        }

        @Test
        void aTransientJobIsStoredInOneTransactionAndNothingIsQueued() {
            operations.registerApp(app(), ALICE);

            assertThat(transactionsOf(() -> operations.registerJob(job(), ALICE))).isEqualTo(1);

            assertThat(registry.text("/config/job/t1")).isEqualTo(Codecs.JOB.write(job()));
            assertThat(registry.text("/state/ready/t1")).isNull();
        }

        @Test
        void aDaemonOfAnEnabledAppIsQueuedAtOnceAndOneOfADisabledAppIsNot() {
            operations.registerApp(app(), ALICE);
            operations.registerJob(job("jobExecutionType", "\"DAEMON\""), ALICE);
            assertThat(registry.text("/state/ready/t1")).isEqualTo("1");

            operations.disableApp("foo_app", ALICE);
            operations.registerJob(job("jobName", "\"t2\"", "jobExecutionType", "\"DAEMON\""), ALICE);
            assertThat(registry.text("/state/ready/t2")).isNull();
        }

        @Test
        void aJobWithoutItsAppIsRefusedAtTheFieldAndNothingIsStored() {
            assertThatThrownBy(() -> operations.registerJob(job(), ALICE))
                    .isInstanceOfSatisfying(OperationException.class, e ->
                            assertThat(e.problems()).extracting(FieldProblem::field).containsExactly("appName"));
            assertThat(registry.snapshot()).isEqualTo(before);
        }

        @Test
        void anAppThatGoesAwayAtTheLastMomentTakesTheRegistrationWithIt() {
            operations.registerApp(app(), ALICE);
            registry.beforeNext(() -> registry.remove("/config/app/foo_app"));

            assertRefused(Kind.INVALID, "not registered", () -> operations.registerJob(job(), ALICE));
            assertThat(registry.text("/config/job/t1")).isNull();
        }

        @Test
        void whatIsRegisteredCannotBeRegisteredAgain() {
            operations.registerApp(app(), ALICE);
            operations.registerJob(job(), ALICE);

            assertRefused(Kind.CONFLICT, "App 'foo_app' is registered already", () -> operations.registerApp(app(), ALICE));
            assertRefused(Kind.CONFLICT, "Job 't1' is registered already", () -> operations.registerJob(job(), ALICE));
        }

        @Test
        void whatAnEarlierJobLeftBehindDoesNotStandInTheWay() {
            operations.registerApp(app(), ALICE);
            registry.put("/state/disable/job/t1", "t1");
            registry.put("/state/ready/t1", "7");
            registry.put("/state/failover/t1/t1@-@0", "old");

            operations.registerJob(job(), ALICE);

            assertThat(registry.snapshot()).doesNotContainKeys("/state/disable/job/t1", "/state/ready/t1",
                    "/state/failover/t1", "/state/failover/t1/t1@-@0");
        }

        @Test
        void aBadCronIsRefusedBeforeAnythingIsStored() {
            operations.registerApp(app(), ALICE);
            before = registry.snapshot();

            assertRefused(Kind.INVALID, "cron: 'x' is no Quartz cron",
                    () -> operations.registerJob(job("cron", "\"x\""), ALICE));
            assertThat(registry.snapshot()).isEqualTo(before);
        }

        @Test
        void aTreeThatLacksTheNodesAboveIsMended() {
            registry.remove("/jobdeck");
            registry.remove("/config");

            operations.registerApp(app(), ALICE);
            operations.registerJob(job(), ALICE);

            assertThat(registry.text("/jobdeck/app/foo_app")).isNotNull();
            assertThat(registry.text("/config/job/t1")).isNotNull();
        }
    }

    @Nested
    class Updating {

        @BeforeEach
        void registered() {
            operations.registerApp(app(), ALICE);
            operations.registerJob(job("misfire", "true"), ALICE);
        }

        @Test
        void membersNobodyKnowsSurvive() {
            registry.put("/config/job/t1", Samples.jobJson("z", "[1]", "jobProperties", "{\"own\":\"v\"}"));
            registry.put("/config/app/foo_app", Samples.appJson("executor", null, "z", "{\"a\":1}"));

            operations.updateJob(job("cron", "\"0 0 0 1 1 ? 2099\"", "y", "2"), ALICE);
            operations.updateApp(app("memoryMB", "256"), ALICE);

            assertThat(registry.text("/config/job/t1")).contains("\"own\":\"v\"").endsWith("\"z\":[1],\"y\":2}")
                    .contains("2099");
            assertThat(registry.text("/config/app/foo_app")).endsWith("\"memoryMB\":256.0,\"appCacheEnable\":true,"
                    + "\"eventTraceSamplingCount\":0,\"z\":{\"a\":1}}");
        }

        @Test
        void theSameConfigAgainWritesNothing() {
            assertThat(transactionsOf(() -> operations.updateJob(job("misfire", "true"), ALICE))).isZero();
            assertThat(transactionsOf(() -> operations.updateApp(app(), ALICE))).isZero();
        }

        @Test
        void misfireSwitchedOffCutsTheBacklogToOne() {
            registry.put("/state/ready/t1", "7");

            operations.updateJob(job("misfire", "false"), ALICE);

            assertThat(registry.text("/state/ready/t1")).isEqualTo("1");
        }

        @Test
        void misfireLeftOnKeepsTheBacklog() {
            registry.put("/state/ready/t1", "7");

            operations.updateJob(job("misfire", "true", "description", "\"d\""), ALICE);

            assertThat(registry.text("/state/ready/t1")).isEqualTo("7");
        }

        @Test
        void aJobThatBecomesADaemonIsQueuedOnceAndOneThatBecomesTransientNotAtAll() {
            registry.put("/state/ready/t1", "7");

            operations.updateJob(job("jobExecutionType", "\"DAEMON\""), ALICE);
            assertThat(registry.text("/state/ready/t1")).isEqualTo("1");

            operations.updateJob(job(), ALICE);
            assertThat(registry.text("/state/ready/t1")).isNull();
        }

        @Test
        void fewerItemsDropWhatBelongedToThoseThatAreGone() {
            registry.put("/state/failover/t1/t1@-@0", "a");
            registry.put("/state/failover/t1/t1@-@2", "c");

            operations.updateJob(job("shardingTotalCount", "2"), ALICE);

            assertThat(registry.snapshot()).containsKey("/state/failover/t1/t1@-@0")
                    .doesNotContainKey("/state/failover/t1/t1@-@2");
        }

        @Test
        void aChangeMeanwhileIsNotOverwrittenUnseen() {
            registry.beforeNext(() -> registry.put("/config/job/t1", Samples.jobJson("z", "1")));

            operations.updateJob(job("description", "\"mine\""), ALICE);

            assertThat(registry.text("/config/job/t1")).contains("\"description\":\"mine\"").endsWith("\"z\":1}");
        }

        @Test
        void anotherAppMustExist() {
            assertRefused(Kind.INVALID, "names the app 'other', which is not registered",
                    () -> operations.updateJob(job("appName", "\"other\""), ALICE));
        }

        @Test
        void whatIsNotThereCannotBeUpdated() {
            assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> operations.updateJob(job("jobName", "\"no\""), ALICE));
            assertRefused(Kind.NOT_FOUND, "There is no app 'no'", () -> operations.updateApp(app("appName", "\"no\""), ALICE));
        }

        @Test
        void aStoredConfigThatCannotBeReadIsMendedByAnUpdate() {
            registry.put("/config/job/t1", "{broken");

            operations.updateJob(job(), ALICE);

            assertThat(registry.text("/config/job/t1")).isEqualTo(Codecs.JOB.write(job()));
        }
    }

    @Nested
    class DisablingAndEnabling {

        @BeforeEach
        void registered() {
            operations.registerApp(app(), ALICE);
            operations.registerJob(job("misfire", "true"), ALICE);
            operations.registerJob(job("jobName", "\"d1\"", "jobExecutionType", "\"DAEMON\""), ALICE);
        }

        @Test
        void aDisabledJobHasItsFlagsAndEmptyQueuesFromOneTransaction() {
            registry.put("/state/ready/t1", "7");
            registry.put("/state/failover/t1/t1@-@0", "a");

            assertThat(transactionsOf(() -> operations.disableJob("t1", ALICE))).isEqualTo(1);

            assertThat(registry.text("/state/disable/job/t1")).isEqualTo("t1");
            assertThat(Codecs.DISABLEMENT.read(registry.text("/jobdeck/disabled/job/t1")))
                    .isEqualTo(new Disablement("alice", NOW));
            assertThat(registry.snapshot()).doesNotContainKeys("/state/ready/t1", "/state/failover/t1");
        }

        @Test
        void doneTwiceItChangesNothingTheSecondTime() {
            operations.disableJob("t1", ALICE);
            operations.disableApp("foo_app", ALICE);
            assertThat(transactionsOf(() -> operations.disableJob("t1", new Caller("bob", "x")))).isZero();
            assertThat(transactionsOf(() -> operations.disableApp("foo_app", new Caller("bob", "x")))).isZero();

            operations.enableJob("t1", ALICE);
            operations.enableApp("foo_app", ALICE);
            assertThat(transactionsOf(() -> operations.enableJob("t1", ALICE))).isZero();
            assertThat(transactionsOf(() -> operations.enableApp("foo_app", ALICE))).isZero();
        }

        @Test
        void anEnabledDaemonIsQueuedOnlyIfItsAppIsEnabled() {
            operations.disableJob("d1", ALICE);
            operations.enableJob("d1", ALICE);
            assertThat(registry.text("/state/ready/d1")).isEqualTo("1");

            operations.disableJob("d1", ALICE);
            operations.disableApp("foo_app", ALICE);
            operations.enableJob("d1", ALICE);
            assertThat(registry.text("/state/ready/d1")).isNull();
        }

        @Test
        void aDisabledAppEmptiesTheQueuesOfItsJobsAndOfNoOther() {
            operations.registerApp(app("appName", "\"other\""), ALICE);
            operations.registerJob(job("jobName", "\"o\"", "appName", "\"other\""), ALICE);
            registry.put("/state/ready/t1", "7");
            registry.put("/state/ready/o", "1");
            registry.put("/state/failover/d1/d1@-@0", "x");

            operations.disableApp("foo_app", ALICE);

            assertThat(registry.text("/state/disable/app/foo_app")).isEqualTo("foo_app");
            assertThat(registry.snapshot()).doesNotContainKeys("/state/ready/t1", "/state/ready/d1", "/state/failover/d1")
                    .containsKey("/state/ready/o");
        }

        @Test
        void anAppWithThousandsOfDaemonsIsEnabledInSeveralTransactions() {
            operations.disableApp("foo_app", ALICE);
            for (int index = 0; index < 1200; index++) {
                String name = "x" + index;
                registry.put("/config/job/" + name, Samples.jobJson("jobName", Samples.text(name), "jobExecutionType", "\"DAEMON\""));
            }

            operations.enableApp("foo_app", ALICE);

            assertThat(registry.snapshot().keySet()).filteredOn(path -> path.startsWith("/state/ready/")).hasSize(1201);
        }

        @Test
        void anEnabledAppQueuesItsDaemonsSaveThoseDisabledThemselves() {
            operations.registerJob(job("jobName", "\"d2\"", "jobExecutionType", "\"DAEMON\""), ALICE);
            operations.disableJob("d2", ALICE);
            operations.disableApp("foo_app", ALICE);

            assertThat(transactionsOf(() -> operations.enableApp("foo_app", ALICE))).isEqualTo(1);

            assertThat(registry.text("/state/ready/d1")).isEqualTo("1");
            assertThat(registry.snapshot()).containsKey("/state/disable/job/d2")
                    .doesNotContainKeys("/state/ready/d2", "/state/disable/app/foo_app", "/jobdeck/disabled/app/foo_app");
        }

        @Test
        void aBacklogTooLargeForOneTransactionIsEmptiedInSeveral() {
            for (int item = 0; item < 2500; item++) {
                registry.put("/state/failover/t1/t1@-@" + item, "x");
            }

            operations.disableJob("t1", ALICE);

            assertThat(registry.text("/state/failover/t1")).isNull();
            assertThat(registry.submitted()).allSatisfy(transaction ->
                    assertThat(transaction.changes()).hasSizeLessThan(1010));
        }

        @Test
        void whatIsNotThereIsNotFound() {
            for (String name : List.of("no", "", "a/b", "..", "a\nb")) {
                assertRefused(Kind.NOT_FOUND, "There is no job", () -> operations.disableJob(name, ALICE));
                assertRefused(Kind.NOT_FOUND, "There is no job", () -> operations.enableJob(name, ALICE));
                assertRefused(Kind.NOT_FOUND, "There is no app", () -> operations.disableApp(name, ALICE));
                assertRefused(Kind.NOT_FOUND, "There is no app", () -> operations.enableApp(name, ALICE));
            }
        }
    }

    @Nested
    class Deregistering {

        @BeforeEach
        void registered() {
            operations.registerApp(app(), ALICE);
            before = registry.snapshot();
            operations.registerJob(job("misfire", "true"), ALICE);
        }

        @Test
        void nothingOfAJobIsLeftButItsRunningTasks() {
            registry.put("/state/ready/t1", "7");
            registry.put("/state/failover/t1/t1@-@0", "a");
            registry.put("/jobdeck/waiting/t1", "{}");
            operations.disableJob("t1", ALICE);
            registry.put("/state/ready/t1", "7");
            registry.put("/jobdeck/job/t1/t1@-@0", "{}");

            assertThat(transactionsOf(() -> operations.deregisterJob("t1", ALICE))).isEqualTo(1);

            registry.remove("/jobdeck/job/t1");
            assertThat(registry.snapshot().keySet()).isEqualTo(before.keySet());
        }

        @Test
        void anAppGoesWithAllItsJobs() {
            for (int index = 0; index < 120; index++) {
                operations.registerJob(job("jobName", "\"j%d\"".formatted(index), "jobExecutionType", "\"DAEMON\""), ALICE);
            }
            operations.disableApp("foo_app", ALICE);

            operations.deregisterApp("foo_app", ALICE);

            assertThat(registry.snapshot()).isEqualTo(new InMemoryRegistry().snapshot());
        }

        @Test
        void aJobRegisteredWhileItsAppGoesDoesNotStayWithoutOne() {
            operations.deregisterJob("t1", ALICE);
            registry.beforeNext(() -> registry.put("/config/job/late", Samples.jobJson("jobName", "\"late\"")));

            operations.deregisterApp("foo_app", ALICE);

            assertThat(registry.snapshot()).doesNotContainKeys("/config/job/late", "/config/app/foo_app");
        }

        @Test
        void whatIsNotThereIsNotFound() {
            assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> operations.deregisterJob("no", ALICE));
            assertRefused(Kind.NOT_FOUND, "There is no app 'no'", () -> operations.deregisterApp("no", ALICE));
        }
    }

    @Nested
    class Triggering {

        @BeforeEach
        void registered() {
            operations.registerApp(app(), ALICE);
        }

        @Test
        void withoutMisfireOneRunWaitsAtMost() {
            operations.registerJob(job(), ALICE);
            operations.triggerJob("t1", ALICE);
            operations.triggerJob("t1", ALICE);

            assertThat(registry.text("/state/ready/t1")).isEqualTo("1");
        }

        @Test
        void withMisfireEveryTriggerCounts() {
            operations.registerJob(job("misfire", "true"), ALICE);
            operations.triggerJob("t1", ALICE);
            operations.triggerJob("t1", ALICE);
            operations.triggerJob("t1", ALICE);

            assertThat(registry.text("/state/ready/t1")).isEqualTo("3");
        }

        @Test
        void of400AtOnceNoneIsLost() throws InterruptedException, ExecutionException {
            operations.registerJob(job("misfire", "true"), ALICE);
            SchedulerOperations elsewhere = new RegistryOperations(registry, Clock.systemUTC());
            ExecutorService clients = Executors.newFixedThreadPool(16);
            try {
                List<Future<?>> triggers = new ArrayList<>();
                for (int index = 0; index < 400; index++) {
                    SchedulerOperations target = index % 2 == 0 ? operations : elsewhere;
                    triggers.add(clients.submit(() -> target.triggerJob("t1", ALICE)));
                }
                for (Future<?> trigger : triggers) {
                    trigger.get();
                }
            } finally {
                clients.shutdownNow();
            }
            assertThat(registry.text("/state/ready/t1")).isEqualTo("400");
        }

        @Test
        void whatMayNotRunIsNotQueuedAndTheAnswerNamesWhatForbidsIt() {
            operations.registerJob(job(), ALICE);
            operations.registerJob(job("jobName", "\"d\"", "jobExecutionType", "\"DAEMON\""), ALICE);
            assertRefused(Kind.CONFLICT, "Daemon job 'd' cannot be triggered", () -> operations.triggerJob("d", ALICE));
            assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> operations.triggerJob("no", ALICE));

            operations.disableJob("t1", ALICE);
            assertRefused(Kind.CONFLICT, "Job 't1' is disabled", () -> operations.triggerJob("t1", ALICE));
            operations.enableJob("t1", ALICE);
            operations.disableApp("foo_app", ALICE);
            assertRefused(Kind.CONFLICT, "App 'foo_app' of job 't1' is disabled", () -> operations.triggerJob("t1", ALICE));
            assertThat(registry.text("/state/ready/t1")).isNull();

            registry.put("/config/job/t1", "{");
            assertRefused(Kind.CONFLICT, "stored config of job 't1' cannot be read", () -> operations.triggerJob("t1", ALICE));
        }
    }

    @Nested
    class LostAnswers {

        @BeforeEach
        void registered() {
            operations.registerApp(app(), ALICE);
            operations.registerJob(job("misfire", "true"), ALICE);
        }

        private void notSent() {
            registry.answerNext(new TransactionResult.Unknown("connection lost"));
        }

        @Test
        void aRegistrationIsLookedUpAndDoneIfItWasNot() {
            registry.loseAnswerOfNext();
            operations.registerJob(job("jobName", "\"a\""), ALICE);
            notSent();
            operations.registerJob(job("jobName", "\"b\""), ALICE);

            assertThat(registry.snapshot()).containsKeys("/config/job/a", "/config/job/b");
        }

        @Test
        void aDeregistrationWhoseAnswerWasLostIsDone() {
            registry.loseAnswerOfNext();
            operations.deregisterJob("t1", ALICE);
            registry.loseAnswerOfNext();
            operations.deregisterApp("foo_app", ALICE);

            assertThat(registry.snapshot()).isEqualTo(new InMemoryRegistry().snapshot());
        }

        @Test
        void aTriggerThatProvablyDidNotHappenIsDoneOnce() {
            operations.triggerJob("t1", ALICE);
            notSent();
            operations.triggerJob("t1", ALICE);

            assertThat(registry.text("/state/ready/t1")).isEqualTo("2");
        }

        @Test
        void aTriggerOfWhichNobodyCanTellIsNotDoneAgain() {
            operations.triggerJob("t1", ALICE);
            registry.loseAnswerOfNext();

            assertRefused(Kind.UNAVAILABLE, "it is not known whether a run of job 't1' was queued. Look at the ready queue",
                    () -> operations.triggerJob("t1", ALICE));
            assertThat(registry.text("/state/ready/t1")).isEqualTo("2");
        }

        @Test
        void withoutZooKeeperNothingIsChangedAndTheAnswerSaysSo() {
            registry.disconnect("no server");

            assertRefused(Kind.UNAVAILABLE, "ZooKeeper does not answer (no server), so nothing was changed.",
                    () -> operations.disableJob("t1", ALICE));
        }

        @Test
        void anAppDeregisteredInPartIsNotSaidToBeUnchanged() {
            registry.beforeNext(() -> { });
            registry.beforeNext(() -> registry.disconnect("gone"));

            assertRefused(Kind.UNAVAILABLE, "not known whether app 'foo_app' was deregistered. Repeat it",
                    () -> operations.deregisterApp("foo_app", ALICE));
            registry.reconnect();
            operations.deregisterApp("foo_app", ALICE);
            assertThat(registry.snapshot()).isEqualTo(new InMemoryRegistry().snapshot());
        }

        @Test
        void withoutZooKeeperAfterSendingTheAnswerSaysThatItIsNotKnown() {
            registry.beforeNext(() -> registry.disconnect("gone"));

            assertRefused(Kind.UNAVAILABLE, "ZooKeeper did not answer (gone), so it is not known whether job 't1' was disabled. "
                    + "Repeat it when ZooKeeper answers again", () -> operations.disableJob("t1", ALICE));
        }
    }
}
