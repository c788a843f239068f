package io.jobdeck.scheduler.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.DisableOptions;
import io.jobdeck.scheduler.operations.Enabled;
import io.jobdeck.scheduler.operations.FieldChange;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.JobAction;
import io.jobdeck.scheduler.operations.JobOutcome;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.operations.Samples;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.operations.TriggerOptions;
import io.jobdeck.scheduler.rest.RecordedOperations.Asked;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of the remote operations arrives at those of the server as it was asked, and what they say comes back. */
class RemoteOperationsIT {

    private static final Caller ALICE = new Caller("Al\u00efce", "console");
    private static final TaskId TASK = TaskId.parse("a job@-@0@-@READY@-@S1@-@08dd68c0-aeff-4746-b9e3-1ee2ce3fe12a");
    private static final Instant NOON = Instant.parse("2099-01-31T12:00:00Z");
    private static final RecordedOperations SERVER = new RecordedOperations();
    private static RestFixture rest;
    private static RestOperations client;

    @BeforeAll
    static void start() throws Exception {
        rest = new RestFixture(RestSecurity.none(), registry -> SERVER.operations);
        client = new RestOperations(() -> Optional.of(rest.address()));
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        rest.close();
    }

    @BeforeEach
    void forget() {
        SERVER.forget();
    }

    private static final List<Consumer<SchedulerOperations>> CALLS = List.of(
            to -> to.registerApp(Samples.app("later", "{\"x\":1}"), ALICE),
            to -> to.updateApp(Samples.app(), Optional.of(new ConfigVersion("3-abc")), ALICE),
            to -> to.updateApp(Samples.app("later", "[1]"), Optional.empty(), ALICE),
            to -> to.disableApp("foo_app", DisableOptions.STANDARD, ALICE),
            to -> to.disableApp("foo_app", new DisableOptions(true, Optional.of(NOON)), ALICE),
            to -> to.enableApp("foo_app", ALICE),
            to -> to.deregisterApp("foo_app", ALICE),
            to -> to.registerJob(Samples.job("later", "\"x\"", "placement", "\"PACK\"", "unreachableLimitSeconds", "0"), ALICE),
            to -> to.updateJob(Samples.job(), Optional.of(new ConfigVersion("3-abc")), ALICE),
            to -> to.updateJob(Samples.job("jobName", "\"100% #1;?&=+ \u4efb\u52a1\""), Optional.empty(), ALICE),
            to -> to.disableJob("t1", new DisableOptions(true, Optional.of(NOON)), ALICE),
            to -> to.enableJob("a;b", ALICE),
            to -> to.deregisterJob("a b", ALICE),
            to -> to.triggerJob("t1", TriggerOptions.STANDARD, ALICE),
            to -> to.triggerJob("t1", new TriggerOptions(true, Optional.of(""), Collections.emptySortedSet()), ALICE),
            to -> to.triggerJob("t1", new TriggerOptions(false, Optional.of("x=\"1\""), new TreeSet<>(List.of(2, 0))), ALICE),
            to -> to.killTask(TASK, ALICE),
            to -> to.killTasks("t1", ALICE),
            to -> to.removeReady("t1", OptionalInt.empty(), ALICE),
            to -> to.removeReady("t1", OptionalInt.of(3), ALICE),
            to -> to.removeRun("t1", "08dd68c0-aeff-4746-b9e3-1ee2ce3fe12a", ALICE),
            to -> to.removeFailover("t1", OptionalInt.empty(), ALICE),
            to -> to.removeFailover("t1", OptionalInt.of(0), ALICE),
            to -> to.reconcile(ReconcileRequest.Kind.IMPLICIT, ALICE),
            to -> to.onJobs(List.of("b", "a", "b"), new JobAction.Disable(new DisableOptions(true, Optional.of(NOON))), ALICE),
            to -> to.onJobs(List.of("a"), new JobAction.Enable(), ALICE),
            to -> to.onJobs(List.of("a"), new JobAction.Deregister(), ALICE),
            to -> to.onJobs(List.of("a"), new JobAction.Trigger(new TriggerOptions(true, Optional.of("p"),
                    new TreeSet<>(List.of(1)))), ALICE),
            to -> to.onJobs(List.of("a"), new JobAction.KillTasks(), ALICE),
            to -> to.onJobs(List.of("a"), new JobAction.ClearReady(), ALICE),
            to -> to.onJobs(List.of("a"), new JobAction.ClearFailover(), ALICE));

    @Test
    void everyOperationArrivesWithWhatItWasGiven() {
        for (Consumer<SchedulerOperations> call : CALLS) {
            RecordedOperations direct = new RecordedOperations();
            SERVER.forget();

            call.accept(direct.operations);
            call.accept(client);

            assertThat(SERVER.asked).isEqualTo(direct.asked);
            assertThat(SERVER.callers).extracting(Caller::name).containsExactly("Al\u00efce");
        }
    }

    @Test
    void noOperationIsLeftOut() {
        RecordedOperations all = new RecordedOperations();
        CALLS.forEach(call -> call.accept(all.operations));

        assertThat(all.asked).extracting(Asked::operation).containsAll(Arrays.stream(SchedulerOperations.class.getMethods())
                .filter(method -> !method.isDefault()).map(Method::getName).toList());
    }

    @Test
    void whatTheyAnswerComesBack() {
        SERVER.enabled = new Enabled(false, Optional.of("foo_app"));
        SERVER.count = 7;
        SERVER.outcomes = List.of(new JobOutcome("a", Optional.empty(), Optional.of("its app is disabled")),
                new JobOutcome("b", Optional.of(OperationException.notFound("no b")), Optional.empty()));

        assertThat(client.enableJob("t1", ALICE)).isEqualTo(SERVER.enabled);
        assertThat(client.killTasks("t1", ALICE)).isEqualTo(7);
        assertThat(client.removeReady("t1", OptionalInt.of(9), ALICE)).isEqualTo(7);
        assertThat(client.removeFailover("t1", OptionalInt.empty(), ALICE)).isEqualTo(7);
        List<JobOutcome> outcomes = client.onJobs(List.of("a", "b"), new JobAction.Enable(), ALICE);
        assertThat(outcomes.get(0)).isEqualTo(SERVER.outcomes.get(0));
        assertThat(outcomes.get(1).refusal()).get().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(OperationException.Kind.NOT_FOUND);
            assertThat(refusal).hasMessage("no b");
        });
    }

    @Test
    void everyKindOfRefusalComesBackWhole() {
        List<FieldChange> changes = List.of(new FieldChange("cron", Optional.of("\"a\""), Optional.empty(), Optional.of("bob"),
                Optional.of(NOON)), new FieldChange("x", Optional.empty(), Optional.of("1"), Optional.empty(), Optional.empty()));
        List<OperationException> refusals = List.of(
                OperationException.invalid(List.of(new FieldProblem("cron", "is wrong.", "x"), new FieldProblem("y", "too.", "z"))),
                OperationException.notFound("nothing"), OperationException.conflict("there"),
                OperationException.stale("others were faster", changes), OperationException.tooSoon("wait"),
                OperationException.unauthenticated("who"), OperationException.forbidden("no"),
                OperationException.unavailable("away", null));
        assertThat(refusals).extracting(OperationException::kind).containsExactlyInAnyOrder(OperationException.Kind.values());

        for (OperationException refusal : refusals) {
            SERVER.refusal = Optional.of(refusal);
            assertThatThrownBy(() -> client.updateJob(Samples.job(), ALICE)).isInstanceOfSatisfying(OperationException.class, e -> {
                assertThat(e.kind()).isEqualTo(refusal.kind());
                assertThat(e).hasMessage(refusal.getMessage());
                assertThat(e.problems()).isEqualTo(refusal.problems());
                assertThat(e.changes()).isEqualTo(refusal.changes());
            });
        }
    }

    @Test
    void manyJobsAreDoneInSeveralCalls() {
        List<String> jobs = Stream.iterate(0, number -> number + 1).limit(450).map(number -> "j" + number).toList();

        client.onJobs(jobs, new JobAction.Enable(), ALICE);

        assertThat(SERVER.asked).extracting(asked -> ((List<?>) asked.arguments().get(0)).size()).containsExactly(200, 200, 50);
    }

    @Test
    void namesThatNoPathCanHoldAreUnknown() {
        for (String name : List.of("", ".", "..", "a/b", "a\\b", "a\u0000", "a\nb")) {
            assertThatThrownBy(() -> client.enableJob(name, ALICE)).isInstanceOfSatisfying(OperationException.class,
                    e -> assertThat(e.kind()).isEqualTo(OperationException.Kind.NOT_FOUND));
        }
        assertThat(SERVER.asked).isEmpty();
    }
}
