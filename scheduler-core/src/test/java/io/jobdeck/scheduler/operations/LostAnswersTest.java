package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.TransactionResult;
import io.jobdeck.scheduler.registry.TreeEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
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

    @Test
    void aRunOfItsOwnIsAskedForOnceWhetherItHappenedOrNot() {
        notSent();
        operations.triggerJob("t1", oneOff("a"), ALICE);
        registry.loseAnswerOfNext();
        operations.triggerJob("t1", oneOff("b"), ALICE);

        assertThat(runs()).extracting(run -> run.jobParameter().orElseThrow()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aRunOfItsOwnThatHasBegunOrEndedMeanwhileIsNotAskedForAgain() {
        afterAnswerIsLost(run -> Samples.putTask(registry,
                new TaskId(new MetaInfo("t1", 0), LaunchType.READY, "S1", run.runId())));
        operations.triggerJob("t1", oneOff("a"), ALICE);

        afterAnswerIsLost(run -> {
            registry.remove("/jobdeck/job/t1");
            registry.put("/jobdeck/job/t1", Codecs.RUN_RESULT, result(run.runId(), NOW));
        });
        operations.triggerJob("t1", oneOff("b"), ALICE);

        assertThat(runs()).isEmpty();
    }

    @Test
    void aRunOfItsOwnThatAnotherMayHaveOvertakenIsNotGuessedAt() {
        afterAnswerIsLost(run -> registry.put("/jobdeck/job/t1", Codecs.RUN_RESULT, result("another", NOW.plusSeconds(1))));

        assertRefused(Kind.UNAVAILABLE, "it is not known whether a run of job 't1' was queued",
                () -> operations.triggerJob("t1", oneOff("a"), ALICE));
        assertThat(runs()).isEmpty();
    }

    @Test
    void aDaemonIsToldToFireOnceWhetherItHappenedOrNot() {
        operations.registerJob(job("jobName", "\"d\"", "jobExecutionType", "\"DAEMON\""), ALICE);
        registry.loseAnswerOfNext();
        operations.triggerJob("d", oneOff("a", 0), ALICE);
        assertThat(Codecs.DAEMON_TRIGGER.read(registry.text("/jobdeck/trigger/d")).items()).containsExactly(0);

        notSent();
        operations.triggerJob("d", oneOff("b", 1), ALICE);
        assertThat(Codecs.DAEMON_TRIGGER.read(registry.text("/jobdeck/trigger/d")).items()).containsExactly(0, 1);

        registry.remove("/jobdeck/trigger/d");
        notSent();
        assertRefused(Kind.UNAVAILABLE, "it is not known whether daemon job 'd' was told to fire",
                () -> operations.triggerJob("d", ALICE));
    }

    /** The next transaction creates a run; its answer is lost, and the run is taken before anybody can look. */
    private void afterAnswerIsLost(Consumer<OneOffRun> taking) {
        registry.loseAnswerOfNext();
        AtomicBoolean taken = new AtomicBoolean();
        LiveTree tree = registry.liveTree();
        tree.listen(event -> {
            if (event instanceof TreeEvent.Put put && put.node().path().startsWith("/jobdeck/run/t1@-@")
                    && taken.compareAndSet(false, true)) {
                registry.remove(put.node().path());
                taking.accept(Codecs.ONE_OFF_RUN.read(put.node().text()));
            }
        });
    }

    private static RunResult result(String runId, Instant at) {
        return new RunResult(runId, RunResult.Outcome.SUCCEEDED, at, "");
    }

    private List<OneOffRun> runs() {
        return registry.snapshot().values().stream().filter(node -> node.path().startsWith("/jobdeck/run/"))
                .map(node -> Codecs.ONE_OFF_RUN.read(node.text())).toList();
    }
}
