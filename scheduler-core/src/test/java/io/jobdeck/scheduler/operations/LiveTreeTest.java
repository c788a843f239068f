package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.LiveTree;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations beside a live tree: what it shows need not be read, and what it shows too late does no harm. */
class LiveTreeTest extends OperationsSpec {

    private final CountingRegistry counting = new CountingRegistry(registry);
    private final LiveTree tree = registry.liveTree();
    private final RegistryOperations fast =
            new RegistryOperations(counting, tree, Clock.fixed(NOW, ZoneOffset.UTC), 3, AuditTrail.logOnly());

    @BeforeEach
    void registered() {
        operations.registerApp(app(), ALICE);
        operations.registerJob(job(), ALICE);
        operations.registerJob(job("jobName", "\"m\"", "misfire", "true"), ALICE);
    }

    @AfterEach
    void close() {
        fast.close();
    }

    private int readsOf(Runnable work) {
        int before = counting.reads.get();
        work.run();
        return counting.reads.get() - before;
    }

    @Test
    void aTriggerIsOneTransactionAndNoRead() {
        operations.registerJob(job("jobName", "\"d\"", "jobExecutionType", "\"DAEMON\""), ALICE);
        assertThat(readsOf(() -> assertThat(transactionsOf(() -> {
            fast.triggerJob("t1", ALICE);
            fast.triggerJob("m", ALICE);
            fast.triggerJob("m", ALICE);
            fast.triggerJob("m", oneOff("x"), ALICE);
            fast.triggerJob("d", ALICE);
        })).isEqualTo(5))).isZero();

        assertThat(registry.text("/state/ready/m")).isEqualTo("2");
        assertThat(registry.text("/jobdeck/trigger/d")).isNotNull();
    }

    @Test
    void aRunThatIsSaidToWaitAlreadyStillWaits() {
        fast.triggerJob("t1", ALICE);
        registry.beforeNext(() -> registry.remove("/state/ready/t1"));

        fast.triggerJob("t1", ALICE);

        assertThat(registry.text("/state/ready/t1")).isEqualTo("1");
    }

    @Test
    void whatChangesMeanwhileIsRead() {
        registry.beforeNext(() -> registry.put("/state/ready/m", "7"));
        assertThat(readsOf(() -> fast.triggerJob("m", ALICE))).isEqualTo(1);
        assertThat(registry.text("/state/ready/m")).isEqualTo("8");

        registry.beforeNext(() -> {
            operations.disableJob("m", ALICE);
            registry.put("/config/job/m", Samples.jobJson("jobName", "\"m\""));
        });
        assertRefused(Kind.CONFLICT, "Job 'm' is disabled", () -> fast.triggerJob("m", ALICE));
    }

    @Test
    void aRefusalIsGivenOnWhatIsRead() {
        assertThat(readsOf(() -> assertRefused(Kind.NOT_FOUND, "There is no job 'no'", () -> fast.triggerJob("no", ALICE))))
                .isEqualTo(1);
    }

    @Test
    void aTreeThatIsOutOfDateIsNotLookedAt() {
        registry.disconnect("gone");
        assertRefused(Kind.UNAVAILABLE, "nothing was changed", () -> fast.triggerJob("m", ALICE));
        registry.reconnect();

        assertThat(readsOf(() -> fast.triggerJob("m", ALICE))).isZero();
    }

    @Test
    void theReadyQueueHoldsAsManyJobsAsAreAllowedAndCountsUpWhatItHolds() {
        registry.put("/state/ready/x", "1");
        registry.put("/state/ready/y", "1");
        fast.triggerJob("m", ALICE);

        assertRefused(Kind.CONFLICT, "The ready queue is full: it holds 3 of at most 3 entries.",
                () -> fast.triggerJob("t1", ALICE));
        fast.triggerJob("m", ALICE);
        assertThat(registry.text("/state/ready/m")).isEqualTo("2");

        registry.remove("/state/ready/x");
        fast.triggerJob("t1", ALICE);
        assertThat(registry.text("/state/ready/t1")).isEqualTo("1");
    }

    @Test
    void callsAtTheSameTimeDoNotPassTheLimitTogether() {
        List<String> names = IntStream.range(0, 40).mapToObj(index -> "c" + index).toList();
        names.forEach(name -> operations.registerJob(job("jobName", Samples.text(name)), ALICE));

        List<JobOutcome> outcomes = fast.onJobs(names, new JobAction.Trigger(TriggerOptions.STANDARD), ALICE);

        assertThat(outcomes).filteredOn(outcome -> outcome.refusal().isEmpty()).hasSize(3);
        assertThat(registry.snapshot().keySet()).filteredOn(path -> path.startsWith("/state/ready/")).hasSize(3);
    }

    @Test
    void theOtherQueuesHaveTheSameLimit() {
        for (int index = 0; index < 3; index++) {
            registry.put("/state/disable/job/x" + index, "x");
            registry.put("/state/disable/app/x" + index, "x");
            registry.put("/jobdeck/run/x@-@" + index, "{}");
        }

        assertRefused(Kind.CONFLICT, "The queue of disabled jobs is full: it holds 3", () -> fast.disableJob("t1", ALICE));
        assertRefused(Kind.CONFLICT, "The queue of disabled apps is full: it holds 3",
                () -> fast.disableApp("foo_app", ALICE));
        assertRefused(Kind.CONFLICT, "items of their own is full: it holds 3", () -> fast.triggerJob("t1", oneOff("x"), ALICE));
        assertThat(registry.text("/jobdeck/disabled/job/t1")).isNull();
    }

    @Test
    void queuesArePassedOverNeitherByDisablingNorByDeregistering() {
        fast.triggerJob("m", oneOff("x"), ALICE);
        registry.put("/state/failover/m/m@-@0", "a");
        fast.disableJob("m", ALICE);
        assertThat(registry.snapshot().keySet()).noneMatch(path -> path.startsWith("/jobdeck/run/"))
                .doesNotContain("/state/failover/m");

        registry.put("/jobdeck/kill/m@-@0@-@READY@-@S1@-@u", "{}");
        registry.put("/jobdeck/attempt/m@-@0", "{}");
        fast.deregisterJob("m", ALICE);
        assertThat(registry.snapshot().keySet()).noneMatch(path -> path.contains("/m@-@"));
    }

    @Test
    void withoutATreeTheLimitHoldsAsWell() {
        RegistryOperations slow =
                new RegistryOperations(registry, Clock.fixed(NOW, ZoneOffset.UTC));
        for (int index = 0; index < 10_000; index++) {
            registry.put("/state/ready/x" + index, "1");
        }

        assertRefused(Kind.CONFLICT, "The ready queue is full: it holds 10000", () -> slow.triggerJob("t1", ALICE));
    }

    @Test
    void anUntouchedRunIsOnlyChecked() {
        fast.triggerJob("t1", ALICE);
        fast.triggerJob("t1", ALICE);

        assertThat(registry.submitted().get(registry.submitted().size() - 1).changes())
                .containsExactly(new Change.Check("/config/job/t1", 0), new Change.Check("/state/ready/t1", 0));
    }
}
