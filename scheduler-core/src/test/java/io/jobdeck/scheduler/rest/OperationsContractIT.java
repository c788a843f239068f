package io.jobdeck.scheduler.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.Enabled;
import io.jobdeck.scheduler.operations.FieldChange;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.JobAction;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.operations.RegistryOperations;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.operations.Samples;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.operations.TriggerOptions;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of the operations does and refuses, in this process and from afar. */
class OperationsContractIT {

    enum Way { IN_PROCESS, OVER_REST }

    private static final Caller ALICE = new Caller("alice", "console");
    private static final Instant LATER = Instant.parse("2099-01-31T12:00:00Z");
    private static final TaskId TASK = TaskId.parse("t1@-@0@-@READY@-@S1@-@08dd68c0-aeff-4746-b9e3-1ee2ce3fe12a");
    private static RestFixture rest;
    private static Map<Way, SchedulerOperations> ways;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestFixture();
        ways = Map.of(Way.IN_PROCESS, new RegistryOperations(rest.registry, Clock.systemDefaultZone()),
                Way.OVER_REST, new RestOperations(() -> Optional.of(rest.address())));
    }

    @AfterAll
    static void stop() throws IOException {
        ((RestOperations) ways.get(Way.OVER_REST)).close();
        rest.close();
    }

    @AfterEach
    void tidyUp() {
        ways.get(Way.IN_PROCESS).deregisterApp("foo_app", ALICE);
        write(new Change.Delete("/jobdeck/job/t1/r-0"));
    }

    private static SchedulerOperations registered(Way way, String... members) {
        SchedulerOperations operations = ways.get(way);
        operations.registerApp(Samples.app(), ALICE);
        operations.registerJob(Samples.job(members), ALICE);
        return operations;
    }

    private static boolean write(Change... changes) {
        return rest.registry.commit(Transaction.of(changes)) instanceof TransactionResult.Committed;
    }

    private static OperationException refusal(Kind kind, ThrowingCallable call) {
        OperationException[] refusal = new OperationException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(OperationException.class, e -> {
            assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind);
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            refusal[0] = e;
        });
        return refusal[0];
    }

    @ParameterizedTest
    @EnumSource
    void disablingAndEnabling(Way way) {
        SchedulerOperations operations = registered(way, "misfire", "true");
        operations.triggerJob("t1", ALICE);
        operations.disableJob("t1", new DisableOptions(true, Optional.of(LATER)), ALICE);

        assertThat(rest.stored()).containsEntry("/state/ready/t1", "1");
        assertThat(Codecs.DISABLEMENT.read(rest.stored().get("/jobdeck/disabled/job/t1")).until()).contains(LATER);
        refusal(Kind.CONFLICT, () -> operations.triggerJob("t1", ALICE));
        operations.disableApp("foo_app", ALICE);
        assertThat(operations.enableJob("t1", ALICE)).isEqualTo(new Enabled(true, Optional.of("foo_app")));
        operations.enableApp("foo_app", ALICE);
        assertThat(operations.enableJob("t1", ALICE)).isEqualTo(new Enabled(false, Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void updatingFromAnOlderState(Way way) {
        SchedulerOperations operations = registered(way);
        ConfigVersion basis = new RegistryView(rest.tree.nodes()).jobVersion("t1").orElseThrow();
        JobConfig other = Samples.job("description", "\"other\"");

        operations.updateJob(other, Optional.of(basis), ALICE);
        OperationException stale = refusal(Kind.STALE, () -> operations.updateJob(Samples.job(), Optional.of(basis), ALICE));

        assertThat(stale.changes()).extracting(FieldChange::field).contains("description");
        assertThat(stale.changes()).extracting(FieldChange::by)
                .containsOnly(Optional.of("alice"));
        operations.updateJob(Samples.job(), ALICE);
        assertThat(rest.stored().get("/config/job/t1")).doesNotContain("other");
        ConfigVersion app = new RegistryView(rest.tree.nodes()).appVersion("foo_app").orElseThrow();
        operations.updateApp(Samples.app("memoryMB", "99"), Optional.of(app), ALICE);
        refusal(Kind.STALE, () -> operations.updateApp(Samples.app(), Optional.of(app), ALICE));
    }

    @ParameterizedTest
    @EnumSource
    void triggeringAndTakingBack(Way way) {
        SchedulerOperations operations = registered(way, "misfire", "true");
        operations.triggerJob("t1", ALICE);
        operations.triggerJob("t1", ALICE);
        operations.triggerJob("t1", new TriggerOptions(true, Optional.of("x"), new TreeSet<>(List.of(0, 2))), ALICE);
        String run = rest.tree.nodes().keySet().stream().filter(path -> path.startsWith("/jobdeck/run/t1@-@")).findFirst()
                .orElseThrow().substring("/jobdeck/run/t1@-@".length());

        operations.removeRun("t1", run, ALICE);
        refusal(Kind.NOT_FOUND, () -> operations.removeRun("t1", run, ALICE));
        assertThat(operations.removeReady("t1", OptionalInt.of(1), ALICE)).isEqualTo(1);
        assertThat(operations.removeReady("t1", OptionalInt.empty(), ALICE)).isEqualTo(1);
        assertThat(operations.removeReady("t1", OptionalInt.empty(), ALICE)).isZero();
        refusal(Kind.INVALID, () -> operations.triggerJob("t1",
                new TriggerOptions(false, Optional.empty(), new TreeSet<>(List.of(7))), ALICE));
    }

    @ParameterizedTest
    @EnumSource
    void killingAndFailover(Way way) {
        SchedulerOperations operations = registered(way);
        TaskRecord task = new TaskRecord(TASK, "foo_app", "h", Optional.empty(), "r", "d", TaskState.RUNNING, Instant.EPOCH,
                Instant.EPOCH, false, Optional.empty());
        write(new Change.Create("/jobdeck/job/t1", ""));
        assertThat(write(new Change.Create("/jobdeck/job/t1/r-0", Codecs.RUN_PART.write(List.of(task))))).isTrue();
        write(new Change.Create("/state/failover/t1", ""));
        assertThat(write(new Change.Create("/state/failover/t1/t1@-@1", TASK.toString()))).isTrue();

        operations.killTask(TASK, ALICE);
        assertThat(rest.stored()).containsKey("/jobdeck/kill/" + TASK);
        assertThat(operations.killTasks("t1", ALICE)).isEqualTo(1);
        assertThat(operations.removeFailover("t1", OptionalInt.of(1), ALICE)).isEqualTo(1);
        assertThat(operations.removeFailover("t1", OptionalInt.empty(), ALICE)).isZero();
        refusal(Kind.NOT_FOUND, () -> operations.killTask(TaskId.parse(TASK.toString().replace("t1@-@0", "t1@-@1")), ALICE));
        refusal(Kind.NOT_FOUND, () -> operations.killTasks("no", ALICE));
    }

    @ParameterizedTest
    @EnumSource
    void manyAtOnceAndRefusals(Way way) {
        SchedulerOperations operations = registered(way);
        assertThat(operations.onJobs(List.of("t1", "no"), new JobAction.Disable(DisableOptions.STANDARD), ALICE))
                .extracting(outcome -> outcome.refusal().map(OperationException::kind))
                .containsExactly(Optional.empty(), Optional.of(Kind.NOT_FOUND));
        refusal(Kind.CONFLICT, () -> operations.registerJob(Samples.job(), ALICE));
        refusal(Kind.CONFLICT, () -> operations.registerApp(Samples.app(), ALICE));
        assertThat(refusal(Kind.INVALID, () -> operations.registerJob(Samples.job("jobName", "\"x\"", "cron", "\"x\"", "cpuCount", "0"),
                ALICE)).problems()).extracting(FieldProblem::field).containsExactly("cron", "cpuCount");
        refusal(Kind.NOT_FOUND, () -> operations.deregisterJob("no", ALICE));
        operations.deregisterJob("t1", ALICE);
        assertThat(rest.stored()).doesNotContainKey("/config/job/t1");
        write(new Change.Delete("/jobdeck/reconcile"));
        write(new Change.Create("/jobdeck/reconcile", ""));
        operations.reconcile(ReconcileRequest.Kind.EXPLICIT, ALICE);
        refusal(Kind.TOO_SOON, () -> operations.reconcile(ReconcileRequest.Kind.IMPLICIT, ALICE));
    }
}
