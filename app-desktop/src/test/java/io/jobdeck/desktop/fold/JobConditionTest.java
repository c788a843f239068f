package io.jobdeck.desktop.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.model.Waiting;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a job is doing, told from the tree: one word, and all that holds beside it. */
class JobConditionTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:01Z");
    private static final Duration USUAL = Duration.ofMinutes(2);

    private final TreeFold fold = new TreeFold(ZoneOffset.UTC);

    @BeforeEach
    void aJobOfAnApp() {
        put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"));
    }

    private void put(TreeNode... nodes) {
        Stream.of(nodes).forEach(fold::put);
    }

    private JobFacts job() {
        return jobAt(NOON);
    }

    private JobFacts latest;

    private JobFacts jobAt(Instant now) {
        latest = fold.drain(now).jobs().changed().getOrDefault("invoices", latest);
        return latest;
    }

    private static TaskRecord running(Instant launched) {
        return Estate.task("invoices", 0, "billing", launched);
    }

    @Test
    void aJobOfWhichNothingRunsOrWaitsIsIdle() {
        assertThat(job().health().condition()).isEqualTo(JobCondition.IDLE);
        assertThat(job().health().conditions()).containsExactly(JobCondition.IDLE, JobCondition.ENABLED);
    }

    @Test
    void aJobWithTasksInFlightIsRunning() {
        put(Estate.taskNode(running(NOON)));

        assertThat(job().health().conditions()).containsExactly(JobCondition.RUNNING, JobCondition.ENABLED);
    }

    @Test
    void aJobThatIsDueAndNotLaunchedIsWaiting() {
        put(Estate.readyNode("invoices", 1));

        assertThat(job().health().condition()).isEqualTo(JobCondition.WAITING);
    }

    @Test
    void aRunThatWaitsForThePreviousOneIsNoTrouble() {
        put(Estate.readyNode("invoices", 1), Estate.taskNode(running(NOON)), Estate.waitingNode("invoices",
                new Waiting("The previous run is still going", "", NOON, Waiting.Kind.PREVIOUS_RUN)));

        assertThat(job().health().condition()).isEqualTo(JobCondition.RUNNING);
    }

    @Test
    void aRunThatWaitsForAnythingElseDoesSoEvenWhileOthersGoOn() {
        put(Estate.readyNode("invoices", 1), Estate.taskNode(running(NOON)), Estate.waitingNode("invoices",
                new Waiting("Needs 2.0 cpus", "", NOON, Waiting.Kind.RESOURCES)));

        assertThat(job().health().conditions()).containsExactly(JobCondition.WAITING, JobCondition.RUNNING,
                JobCondition.ENABLED);
    }

    @Test
    void threeRunsThatWaitAreABacklogWhetherOrdinaryOrOneOff() {
        put(Estate.readyNode("invoices", 2));
        assertThat(job().health().condition()).isEqualTo(JobCondition.WAITING);

        put(Estate.runNode(new OneOffRun("one", "invoices", Optional.of("2026-01"), new TreeSet<>(), "alice", NOON)));

        assertThat(job().health().condition()).isEqualTo(JobCondition.BACKLOGGED);
        assertThat(job().health().oneOffRuns()).isEqualTo(1);
    }

    @Test
    void aJobWhoseLastRunFailedIsFailingUntilOneSucceeds() {
        put(Estate.resultNode("invoices", RunResult.Outcome.FAILED, NOON, "exit status 1"));
        assertThat(job().health().condition()).isEqualTo(JobCondition.FAILING);

        put(Estate.taskNode(running(NOON)));
        assertThat(job().health().conditions()).contains(JobCondition.FAILING, JobCondition.RUNNING);

        put(Estate.resultNode("invoices", RunResult.Outcome.SUCCEEDED, NOON.plusSeconds(3), ""));
        assertThat(job().health().condition()).isEqualTo(JobCondition.RUNNING);
    }

    @Test
    void aJobWithItemsThatAreTriedAgainOrGivenUpIsFailing() {
        put(Estate.failedNode("invoices", 0, 2, false, NOON.plusSeconds(4), "Connection refused"),
                Estate.failedNode("invoices", 1, 5, true, NOON, "Out of memory"), Estate.failoverNode("invoices", 0));

        JobHealth health = job().health();

        assertThat(health.condition()).isEqualTo(JobCondition.FAILING);
        assertThat(health.conditions()).contains(JobCondition.FAILOVER);
        assertThat(health.failingItems()).isEqualTo(1);
        assertThat(health.givenUpItems()).isEqualTo(1);
        assertThat(health.failure()).as("the one that failed last").isEqualTo("Connection refused");
    }

    @Test
    void aLaunchThatCameToNothingIsNoFailure() {
        put(Estate.failedNode("invoices", 0, 0, false, NOON, "Invalid offers"));

        assertThat(job().health().condition()).isEqualTo(JobCondition.IDLE);
    }

    @Test
    void aTaskThatTakesThreeTimesAsLongAsUsualIsStuckAsSoonAsThatTimeHasCome() {
        put(Estate.usualNode("invoices", NOON, USUAL), Estate.taskNode(running(NOON)));

        assertThat(jobAt(NOON.plus(USUAL.multipliedBy(3)).minusMillis(1)).health().condition())
                .isEqualTo(JobCondition.RUNNING);
        JobHealth health = jobAt(NOON.plus(USUAL.multipliedBy(3))).health();

        assertThat(health.condition()).isEqualTo(JobCondition.STUCK);
        assertThat(health.stuckTasks()).isEqualTo(1);
        assertThat(health.since()).contains(NOON);
    }

    @Test
    void aShortTaskIsStuckOnlyAfterAMinuteMoreThanUsual() {
        put(Estate.usualNode("invoices", NOON, Duration.ofSeconds(1)), Estate.taskNode(running(NOON)));

        assertThat(jobAt(NOON.plusSeconds(60)).health().condition()).isEqualTo(JobCondition.RUNNING);
        assertThat(jobAt(NOON.plusSeconds(61)).health().condition()).isEqualTo(JobCondition.STUCK);
    }

    @Test
    void withoutAUsualLengthNoTaskThatRunsIsStuck() {
        put(Estate.taskNode(running(NOON)));

        assertThat(jobAt(NOON.plus(Duration.ofDays(9))).health().condition()).isEqualTo(JobCondition.RUNNING);
    }

    @Test
    void aTaskThatNeitherStartsNorEndsIsStuckAfterFiveMinutes() {
        put(Estate.taskNode(running(NOON).in(TaskState.KILLING, false, NOON)));

        assertThat(jobAt(NOON.plusSeconds(299)).health().condition()).isEqualTo(JobCondition.RUNNING);
        assertThat(jobAt(NOON.plusSeconds(300)).health().condition()).isEqualTo(JobCondition.STUCK);
    }

    @Test
    void aDaemonBetweenTwoFiringsIsNotStuckHoweverLongThatTakes() {
        TaskRecord task = running(NOON);
        TaskRecord daemon = new TaskRecord(task.taskId(), "billing", "agent1", Optional.empty(), "run", "digest",
                TaskState.STAGING, NOON, NOON, false, Optional.empty(), TaskRecord.Origin.DAEMON, false);
        TaskRecord idle = daemon.in(TaskState.RUNNING, false, NOON).in(TaskState.RUNNING, true, NOON.plusSeconds(2));
        put(Estate.usualNode("invoices", NOON, Duration.ofSeconds(2)), Estate.taskNode(idle));

        assertThat(jobAt(NOON.plus(Duration.ofDays(1))).health().condition()).isEqualTo(JobCondition.RUNNING);

        put(Estate.taskNode(idle.in(TaskState.RUNNING, false, NOON.plus(Duration.ofDays(1)))));
        assertThat(jobAt(NOON.plus(Duration.ofDays(1)).plusSeconds(63)).health().condition()).isEqualTo(JobCondition.STUCK);
    }

    @Test
    void aTaskOnAnAgentOutOfReachStandsBeforeAllThatItMayCause() {
        put(Estate.taskNode(running(NOON).in(TaskState.UNREACHABLE, false, NOON)), Estate.readyNode("invoices", 7),
                Estate.resultNode("invoices", RunResult.Outcome.FAILED, NOON, ""));

        assertThat(job().health().conditions()).containsExactly(JobCondition.UNREACHABLE, JobCondition.FAILING,
                JobCondition.BACKLOGGED, JobCondition.RUNNING, JobCondition.ENABLED);
        assertThat(job().health().unreachableTasks()).isEqualTo(1);
    }

    @Test
    void aJobWhoseCronNeverFiresAgainSaysSoWhenNothingOfItRuns() {
        put(Estate.jobNode(Estate.job("invoices", "billing", ExecutionType.TRANSIENT, "0 0 0 1 1 ? 2020", 1)));
        assertThat(job().health().condition()).isEqualTo(JobCondition.NEVER_SCHEDULED);

        put(Estate.taskNode(running(NOON)));
        assertThat(job().health().condition()).isEqualTo(JobCondition.RUNNING);
    }

    @Test
    void whatIsDisabledIsThatWhateverElseItIs() {
        put(Estate.resultNode("invoices", RunResult.Outcome.FAILED, NOON, ""), Estate.disabledAppNode("billing"));
        assertThat(job().health().condition()).isEqualTo(JobCondition.APP_DISABLED);

        put(Estate.disabledJobNode("invoices"));
        assertThat(job().health().condition()).isEqualTo(JobCondition.DISABLED);
        assertThat(job().health().conditions()).contains(JobCondition.FAILING);
    }

    @Test
    void aJobThatCannotRunIsInvalid() {
        put(Estate.node(RegistryPaths.configJob("invoices"), "{"));

        assertThat(job().health().conditions()).containsExactly(JobCondition.INVALID);
    }
}
