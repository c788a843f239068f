package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.registry.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Disabling and enabling apps and jobs (spec section 4, without the defects of sections 14.3 and 14.7). */
class DisablingAndEnablingTest extends OperationsSpec {

    private static final DisableOptions KEEPING = new DisableOptions(true, Optional.empty());

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

    @Test
    void theBacklogIsKeptIfAskedFor() {
        registry.put("/state/ready/t1", "7");
        registry.put("/state/failover/t1/t1@-@0", "a");
        operations.triggerJob("t1", oneOff("x"), ALICE);

        operations.disableJob("t1", KEEPING, ALICE);

        assertThat(registry.snapshot()).containsKeys("/state/ready/t1", "/state/failover/t1/t1@-@0");
        assertThat(registry.snapshot().keySet()).anyMatch(path -> path.startsWith("/jobdeck/run/t1@-@"));
        assertThat(info().keepBacklog()).isTrue();

        operations.disableJob("t1", new Caller("bob", "x"));
        assertThat(registry.snapshot()).doesNotContainKeys("/state/ready/t1", "/state/failover/t1");
        assertThat(registry.snapshot().keySet()).noneMatch(path -> path.startsWith("/jobdeck/run/t1@-@"));
        assertThat(info()).isEqualTo(new Disablement("bob", NOW));
    }

    @Test
    void whatSaysHowItIsMeantIsThereBeforeTheFlag() {
        operations.disableJob("t1", ALICE);
        operations.disableApp("foo_app", ALICE);

        List<String> created = registry.submitted().stream().flatMap(transaction -> transaction.changes().stream())
                .filter(change -> change instanceof Change.Create).map(Change::path).toList();
        assertThat(created).containsSubsequence("/jobdeck/disabled/job/t1", "/state/disable/job/t1");
        assertThat(created).containsSubsequence("/jobdeck/disabled/app/foo_app", "/state/disable/app/foo_app");
    }

    @Test
    void theEndOfADisablementMustLieAheadAndCanBeMoved() {
        assertRefused(Kind.INVALID, "until: must lie in the future, is 2026-11-22T12:00:00Z",
                () -> operations.disableJob("t1", until(NOW), ALICE));
        assertRefused(Kind.INVALID, "until: must lie in the future", () -> operations.disableApp("foo_app", until(NOW), ALICE));

        operations.disableJob("t1", until(NOW.plusSeconds(1)), ALICE);
        operations.disableJob("t1", until(NOW.plusSeconds(60)), ALICE);
        assertThat(info().until()).contains(NOW.plusSeconds(60));
        assertThat(transactionsOf(() -> operations.disableJob("t1", until(NOW.plusSeconds(60)), ALICE))).isZero();
    }

    @Test
    void aFlagOf215IsOneThatStaysUntilSomebodyEnablesIt() {
        registry.put("/state/disable/job/t1", "t1");

        assertThat(transactionsOf(() -> operations.disableJob("t1", ALICE))).isZero();
        operations.disableJob("t1", KEEPING, ALICE);
        assertThat(info().keepBacklog()).isTrue();
    }

    @Test
    void enablingTellsWhetherItChangedAnythingAndWhetherTheAppKeepsItFromRunning() {
        assertThat(operations.enableJob("t1", ALICE)).isEqualTo(new Enabled(false, Optional.empty()));
        operations.disableJob("t1", ALICE);
        operations.disableApp("foo_app", ALICE);
        assertThat(operations.enableJob("t1", ALICE)).isEqualTo(new Enabled(true, Optional.of("foo_app")));
        assertThat(operations.enableJob("t1", ALICE)).isEqualTo(new Enabled(false, Optional.of("foo_app")));
    }

    @Test
    void anEnablingWhoseAnswerIsLostHasChangedSomething() {
        operations.disableJob("t1", ALICE);
        registry.loseAnswerOfNext();

        assertThat(operations.enableJob("t1", ALICE).changed()).isTrue();
    }

    @Test
    void anAppThatKeepsNoBacklogLeavesNoneToJobsThatDo() {
        registry.put("/state/ready/t1", "7");
        operations.disableJob("t1", KEEPING, ALICE);

        operations.disableApp("foo_app", KEEPING, ALICE);
        assertThat(registry.snapshot()).containsKeys("/state/ready/t1", "/state/ready/d1");
        operations.disableApp("foo_app", ALICE);

        assertThat(registry.snapshot()).containsKey("/state/disable/job/t1")
                .doesNotContainKeys("/state/ready/t1", "/state/ready/d1");
    }

    private Disablement info() {
        return Codecs.DISABLEMENT.read(registry.text("/jobdeck/disabled/job/t1"));
    }

    private static DisableOptions until(Instant end) {
        return new DisableOptions(false, Optional.of(end));
    }
}
