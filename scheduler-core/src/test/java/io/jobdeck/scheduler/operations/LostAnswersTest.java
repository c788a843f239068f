package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.TransactionResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations while ZooKeeper does not answer, or its answer is lost (spec section 4, without the defects of sections 14.3 and 14.7). */
class LostAnswersTest extends OperationsSpec {

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
