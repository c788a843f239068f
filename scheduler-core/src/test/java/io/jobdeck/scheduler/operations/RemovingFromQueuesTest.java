package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking work out of the ready queue, the runs of their own, and the failover queue. */
class RemovingFromQueuesTest extends OperationsSpec {

    private static final OptionalInt ALL = OptionalInt.empty();

    @BeforeEach
    void registered() {
        operations.registerApp(app(), ALICE);
        operations.registerJob(job("misfire", "true"), ALICE);
        operations.registerJob(job("jobName", "\"d\"", "jobExecutionType", "\"DAEMON\""), ALICE);
    }

    @Test
    void runsAreTakenOutOfTheCountAndNeverMoreThanThereAre() {
        registry.put("/state/ready/t1", "7");

        assertThat(operations.removeReady("t1", OptionalInt.of(2), ALICE)).isEqualTo(2);
        assertThat(registry.text("/state/ready/t1")).isEqualTo("5");
        assertThat(operations.removeReady("t1", OptionalInt.of(9), ALICE)).isEqualTo(5);
        assertThat(registry.text("/state/ready/t1")).isNull();
        assertThat(operations.removeReady("t1", OptionalInt.of(1), ALICE)).isZero();
    }

    @Test
    void allMeansRunsOfTheirOwnAsWell() {
        registry.put("/state/ready/t1", "7");
        operations.triggerJob("t1", oneOff("x"), ALICE);
        operations.triggerJob("t1", oneOff("y"), ALICE);

        assertThat(operations.removeReady("t1", ALL, ALICE)).isEqualTo(9);

        assertThat(registry.snapshot().keySet()).noneMatch(path -> path.startsWith("/jobdeck/run/"));
        assertThat(registry.text("/state/ready/t1")).isNull();
    }

    @Test
    void moreRunsThanOneTransactionTakesGoInSeveral() {
        for (int index = 0; index < 2300; index++) {
            registry.put("/jobdeck/run/t1@-@" + index, "{}");
        }
        registry.put("/jobdeck/run/t10@-@1", "{}");

        assertThat(operations.removeReady("t1", ALL, ALICE)).isEqualTo(2300);

        assertThat(registry.snapshot().keySet()).filteredOn(path -> path.startsWith("/jobdeck/run/"))
                .containsExactly("/jobdeck/run/t10@-@1");
    }

    @Test
    void noRunIsLeftWhereTheCountedOnesTakeTheLastPlaceInATransaction() {
        registry.put("/state/ready/t1", "3");
        for (int index = 0; index < Nodes.MANY; index++) {
            registry.put("/jobdeck/run/t1@-@" + index, "{}");
        }

        assertThat(operations.removeReady("t1", ALL, ALICE)).isEqualTo(3 + Nodes.MANY);

        assertThat(registry.snapshot().keySet()).noneMatch(path -> path.startsWith("/jobdeck/run/"));
    }

    @Test
    void aRunLaunchedMeanwhileIsNotCountedAsTakenOut() {
        registry.put("/state/ready/t1", "2");
        registry.beforeNext(() -> registry.put("/state/ready/t1", "1"));

        assertThat(operations.removeReady("t1", ALL, ALICE)).isEqualTo(1);
        assertThat(registry.text("/state/ready/t1")).isNull();
    }

    @Test
    void aDaemonsEntryStaysAndTheAnswerSaysWhy() {
        assertRefused(Kind.CONFLICT, "Job 'd' is a daemon: its entry in the ready queue only says that its tasks are to be "
                + "started", () -> operations.removeReady("d", ALL, ALICE));
        assertThat(registry.text("/state/ready/d")).isEqualTo("1");
    }

    @Test
    void fewerThanOneRunIsNoNumberToTakeOut() {
        assertRefused(Kind.INVALID, "runs: must be at least 1, is 0",
                () -> operations.removeReady("t1", OptionalInt.of(0), ALICE));
        assertRefused(Kind.INVALID, "item: must be at least 0, is -1",
                () -> operations.removeFailover("t1", OptionalInt.of(-1), ALICE));
    }

    @Test
    void aRemovalWhoseAnswerIsLostIsNotDoneTwice() {
        registry.put("/state/ready/t1", "7");
        registry.answerNext(new TransactionResult.Unknown("connection lost"));
        assertThat(operations.removeReady("t1", OptionalInt.of(2), ALICE)).isEqualTo(2);
        assertThat(registry.text("/state/ready/t1")).isEqualTo("5");

        registry.loseAnswerOfNext();
        assertRefused(Kind.UNAVAILABLE, "it is not known whether runs of job 't1' were taken out of the ready queue. Look",
                () -> operations.removeReady("t1", OptionalInt.of(2), ALICE));
        assertThat(registry.text("/state/ready/t1")).isEqualTo("3");

        registry.loseAnswerOfNext();
        assertThat(operations.removeReady("t1", ALL, ALICE)).isEqualTo(3);
    }

    @Test
    void aRunOfItsOwnIsTakenOutByItsId() {
        registry.put("/jobdeck/run/t1@-@r-1", "{}");

        operations.removeRun("t1", "r-1", ALICE);

        assertThat(registry.text("/jobdeck/run/t1@-@r-1")).isNull();
        assertRefused(Kind.NOT_FOUND, "No run 'r-1' of job 't1' waits", () -> operations.removeRun("t1", "r-1", ALICE));
        assertRefused(Kind.NOT_FOUND, "There is no run 'a/b'", () -> operations.removeRun("t1", "a/b", ALICE));
    }

    @Test
    void aRunTakenOutWhileTheAnswerWasLostIsGoneUnlessItHasBegun() {
        registry.put("/jobdeck/run/t1@-@r-1", "{}");
        registry.loseAnswerOfNext();

        operations.removeRun("t1", "r-1", ALICE);

        assertThat(registry.text("/jobdeck/run/t1@-@r-1")).isNull();
    }

    @Test
    void anItemLeavesTheFailoverQueueWithItsCountAndTheParentGoesWithTheLast() {
        registry.put("/state/failover/t1/t1@-@0", "a");
        registry.put("/state/failover/t1/t1@-@2", "c");
        registry.put("/jobdeck/attempt/t1@-@0", "{}");
        registry.put("/jobdeck/attempt/t1@-@1", "{}");

        assertThat(operations.removeFailover("t1", OptionalInt.of(1), ALICE)).isZero();
        assertThat(operations.removeFailover("t1", OptionalInt.of(0), ALICE)).isEqualTo(1);
        assertThat(registry.snapshot()).containsKeys("/state/failover/t1/t1@-@2", "/jobdeck/attempt/t1@-@1")
                .doesNotContainKeys("/state/failover/t1/t1@-@0", "/jobdeck/attempt/t1@-@0");

        assertThat(operations.removeFailover("t1", ALL, ALICE)).isEqualTo(1);
        assertThat(registry.snapshot()).doesNotContainKey("/state/failover/t1");
        assertThat(operations.removeFailover("t1", ALL, ALICE)).isZero();
    }

    @Test
    void aLargeFailoverQueueIsEmptiedInSeveralTransactions() {
        for (int item = 0; item < 1700; item++) {
            registry.put("/state/failover/t1/t1@-@" + item, "x");
        }

        assertThat(operations.removeFailover("t1", ALL, ALICE)).isEqualTo(1700);
        assertThat(registry.snapshot()).doesNotContainKey("/state/failover/t1");
    }

    @Test
    void anUnknownJobHasNoQueues() {
        assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> operations.removeReady("no", ALL, ALICE));
        assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> operations.removeFailover("no", ALL, ALICE));
    }
}
