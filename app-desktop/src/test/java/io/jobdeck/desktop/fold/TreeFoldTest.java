package io.jobdeck.desktop.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AuditEntry;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeFoldTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:01Z");

    private final TreeFold fold = new TreeFold(ZoneOffset.UTC);

    @Test
    void aJobShowsItsConfigAndWhenItFiresNext() {
        put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"));

        JobFacts job = fold.drain(NOON).jobs().changed().get("invoices");

        assertThat(job.config().orElseThrow().appName()).isEqualTo("billing");
        assertThat(job.state()).isEqualTo(JobState.ENABLED);
        assertThat(job.nextFire()).contains(Instant.parse("2026-03-01T12:00:05Z"));
    }

    @Test
    void nothingIsHandedOutTwice() {
        put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"));
        fold.drain(NOON);

        put(new TreeNode(RegistryPaths.configApp("billing"), Estate.appNode("billing").text(), 7));
        ClusterDelta delta = fold.drain(NOON);

        assertThat(delta.jobs().isEmpty()).isTrue();
        assertThat(delta.apps().isEmpty()).isTrue();
    }

    @Test
    void theNextFireTimeIsComputedAgainWhenItHasPassed() {
        put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"));
        fold.drain(NOON);

        assertThat(fold.drain(NOON.plusSeconds(3)).jobs().isEmpty()).isTrue();
        assertThat(fold.drain(NOON.plusSeconds(4)).jobs().changed().get("invoices").nextFire())
                .contains(Instant.parse("2026-03-01T12:00:10Z"));
        assertThat(fold.drain(NOON.plusSeconds(9)).jobs().changed().get("invoices").nextFire())
                .contains(Instant.parse("2026-03-01T12:00:15Z"));
    }

    @Test
    void cronsAreReadInTheZoneOfTheLeader() {
        put(Estate.appNode("a"), Estate.jobNode(Estate.job("j", "a", ExecutionType.TRANSIENT, "0 0 15 * * ?", 1)));
        assertThat(fold.drain(NOON).jobs().changed().get("j").nextFire())
                .contains(Instant.parse("2026-03-01T15:00:00Z"));

        put(Estate.leaderNode("host:8899", ZoneId.of("Asia/Shanghai")));

        assertThat(fold.drain(NOON).jobs().changed().get("j").nextFire())
                .contains(Instant.parse("2026-03-02T07:00:00Z"));
    }

    @Test
    void aDisabledJobHasNoNextFireTime() {
        put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"), Estate.disabledJobNode("invoices"));

        JobFacts job = fold.drain(NOON).jobs().changed().get("invoices");

        assertThat(job.state()).isEqualTo(JobState.DISABLED);
        assertThat(job.nextFire()).isEmpty();
    }

    @Test
    void disablingAnAppShowsInAllItsJobs() {
        put(Estate.appNode("billing"), Estate.appNode("other"), Estate.jobNode("invoices", "billing"),
                Estate.jobNode("reminders", "billing"), Estate.jobNode("unrelated", "other"));
        fold.drain(NOON);

        put(Estate.disabledAppNode("billing"));
        ClusterDelta delta = fold.drain(NOON);

        assertThat(delta.jobs().changed()).containsOnlyKeys("invoices", "reminders");
        assertThat(delta.jobs().changed().values()).allMatch(job -> job.state() == JobState.APP_DISABLED);
        assertThat(delta.apps().changed().get("billing").state()).isEqualTo(AppState.DISABLED);
    }

    @Test
    void aJobWhoseConfigCannotBeReadIsShownWithTheReason() {
        put(Estate.node(RegistryPaths.configJob("broken"), "{\"jobName\":"));

        JobFacts job = fold.drain(NOON).jobs().changed().get("broken");

        assertThat(job.state()).isEqualTo(JobState.INVALID);
        assertThat(job.config()).isEmpty();
        assertThat(job.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.UNREADABLE);
        assertThat(job.problem().orElseThrow().detail()).isNotBlank().doesNotContain("\n");
    }

    @Test
    void aJobWithoutItsAppIsInvalidUntilTheAppComes() {
        put(Estate.jobNode("invoices", "billing"));
        assertThat(fold.drain(NOON).jobs().changed().get("invoices").problem())
                .contains(new Problem(Problem.Kind.NO_APP, "billing"));

        put(Estate.appNode("billing"));

        // The job belongs to the app already, so the app's coming touches it.
        assertThat(fold.drain(NOON).jobs().changed().get("invoices").state()).isEqualTo(JobState.ENABLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"every day", "0 0 0 1 L ?"})
    void aCronThatIsNoneIsNamedAndHurtsNoOtherJob(String cron) {
        put(Estate.appNode("a"), Estate.jobNode(Estate.job("j", "a", ExecutionType.TRANSIENT, cron, 1)));

        JobFacts job = fold.drain(NOON).jobs().changed().get("j");

        assertThat(job.state()).isEqualTo(JobState.INVALID);
        assertThat(job.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.BAD_CRON);
    }

    @Test
    void tasksCountForTheirJobAndTheirApp() {
        TaskRecord first = Estate.task("invoices", 0, "billing", NOON);
        put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"),
                Estate.taskNode(first), Estate.taskNode(Estate.task("invoices", 1, "billing", NOON)));
        ClusterDelta delta = fold.drain(NOON);
        assertThat(delta.jobs().changed().get("invoices").runningItems()).isEqualTo(2);
        assertThat(delta.apps().changed().get("billing").runningTasks()).isEqualTo(2);
        assertThat(delta.tasks().changed()).hasSize(2);

        fold.remove(Estate.taskPath(first));
        delta = fold.drain(NOON);

        assertThat(delta.jobs().changed().get("invoices").runningItems()).isEqualTo(1);
        assertThat(delta.apps().changed().get("billing").runningTasks()).isEqualTo(1);
        assertThat(delta.tasks().gone()).containsExactly(first.taskId());
    }

    @Test
    void ofTasksThatShareANodeOnlyThoseThatChangedAreTold() {
        TaskRecord first = Estate.task("invoices", 0, "billing", NOON);
        TaskRecord second = Estate.task("invoices", 1, "billing", NOON);
        TaskRecord third = Estate.task("invoices", 2, "billing", NOON);
        String path = Estate.taskPath(first);
        put(Estate.node(path, Codecs.RUN_PART.write(List.of(first, second, third))));
        fold.drain(NOON);

        TaskRecord killing = second.in(TaskState.KILLING, false, NOON.plusSeconds(1));
        put(Estate.node(path, Codecs.RUN_PART.write(List.of(killing, third))));
        ClusterDelta delta = fold.drain(NOON);

        assertThat(delta.tasks().gone()).containsExactly(first.taskId());
        assertThat(delta.tasks().changed()).containsOnlyKeys(second.taskId());
        assertThat(delta.tasks().changed().get(second.taskId()).record().orElseThrow().state()).isEqualTo(TaskState.KILLING);
    }

    @Test
    void theNextRunOfAnItemIsAnotherTask() {
        TaskRecord first = Estate.task("invoices", 0, "billing", NOON);
        TaskRecord second = Estate.task("invoices", 0, "billing", NOON.plusSeconds(5));
        put(Estate.taskNode(first));
        fold.drain(NOON);

        put(Estate.taskNode(second));
        fold.remove(Estate.taskPath(first));
        ClusterDelta delta = fold.drain(NOON);

        assertThat(delta.tasks().gone()).containsExactly(first.taskId());
        assertThat(delta.tasks().changed()).containsOnlyKeys(second.taskId());
    }

    @Test
    void aTaskThatChangesItsStateStaysTheSame() {
        TaskRecord task = Estate.task("invoices", 0, "billing", NOON);
        put(Estate.taskNode(task));
        fold.drain(NOON);

        put(Estate.taskNode(task.in(TaskState.KILLING, false, NOON.plusSeconds(1))));
        ClusterDelta delta = fold.drain(NOON);

        assertThat(delta.tasks().gone()).isEmpty();
        assertThat(delta.tasks().changed().get(task.taskId()).record().orElseThrow().state()).isEqualTo(TaskState.KILLING);
    }

    @Test
    void theReadyQueueSaysHowOftenAndWhyAJobWaits() {
        put(Estate.jobNode("invoices", "billing"), Estate.readyNode("invoices", 7),
                Estate.waitingNode("invoices", "needs 2.0 cpus, largest offer has 1.5", "add an agent", NOON));

        ClusterDelta delta = fold.drain(NOON);

        ReadyFacts ready = delta.ready().changed().get(ReadyFacts.Key.ordinary("invoices"));
        assertThat(ready.count()).isEqualTo(7);
        assertThat(ready.app()).isEqualTo("billing");
        assertThat(ready.waiting().orElseThrow().reason()).contains("2.0 cpus");
        assertThat(delta.jobs().changed().get("invoices").readyCount()).isEqualTo(7);
    }

    @Test
    void aOneOffRunIsAnEntryOfItsOwnBesideTheOrdinaryRuns() {
        OneOffRun run = new OneOffRun("one", "invoices", Optional.of("2026-01"), new TreeSet<>(List.of(0, 2)), "alice", NOON);
        put(Estate.jobNode("invoices", "billing"), Estate.readyNode("invoices", 2), Estate.runNode(run));

        ClusterDelta delta = fold.drain(NOON);

        ReadyFacts.Key key = new ReadyFacts.Key("invoices", Optional.of("one"));
        assertThat(delta.ready().changed()).containsOnlyKeys(key, ReadyFacts.Key.ordinary("invoices"));
        assertThat(delta.ready().changed().get(key).run()).contains(run);
        assertThat(delta.ready().changed().get(key).since()).contains(NOON);
        assertThat(delta.totals().waitingRuns()).isEqualTo(3);

        fold.remove(RegistryPaths.run("invoices", "one"));
        assertThat(fold.drain(NOON).ready().gone()).containsExactly(key);
    }

    @Test
    void theFailoverQueueTellsOfFailuresAndOfTheNextTry() {
        put(Estate.jobNode("invoices", "billing"), Estate.failoverNode("invoices", 1),
                Estate.failedNode("invoices", 1, 3, false, NOON.plusSeconds(4), "Connection refused"));

        FailoverFacts failed = fold.drain(NOON).failover().changed().get(new MetaInfo("invoices", 1));

        assertThat(failed.nextTry()).contains(NOON.plusSeconds(4));
        assertThat(failed.failed().orElseThrow().agents()).containsExactly("agent-S0");
        assertThat(failed.isGivenUp()).isFalse();
    }

    @Test
    void anItemThatWasGivenUpStaysInSightUntilItIsForgotten() {
        MetaInfo item = new MetaInfo("invoices", 1);
        put(Estate.jobNode("invoices", "billing"), Estate.failedNode("invoices", 1, 5, true, NOON, "Out of memory"));
        assertThat(fold.drain(NOON).failover().changed().get(item).isGivenUp()).isTrue();

        fold.remove(RegistryPaths.attempt(item));

        assertThat(fold.drain(NOON).failover().gone()).containsExactly(item);
    }

    @Test
    void anItemThatFailedAndRunsAgainIsNoEntryOfTheQueueButItsTaskSaysHowOftenItWasLaunched() {
        TaskRecord task = Estate.task("invoices", 1, "billing", NOON);
        put(Estate.jobNode("invoices", "billing"), Estate.taskNode(task),
                Estate.failedNode("invoices", 1, 2, false, NOON, "Connection refused"));

        ClusterDelta delta = fold.drain(NOON);

        assertThat(delta.failover().changed()).isEmpty();
        assertThat(delta.tasks().changed().get(task.taskId()).attempt()).isEqualTo(3);
    }

    @Test
    void aTaskThatWasGivenUpStaysInSightUntilItsEndIsKnown() {
        TaskRecord task = Estate.task("invoices", 0, "billing", NOON);
        put(Estate.jobNode("invoices", "billing"), Estate.taskNode(task));
        fold.drain(NOON);

        fold.remove(Estate.taskPath(task));
        put(Estate.lostNode(task.taskId(), NOON, false));
        TaskFacts lost = fold.drain(NOON).tasks().changed().get(task.taskId());
        assertThat(lost.standing()).isEqualTo(TaskFacts.Standing.GIVEN_UP);
        assertThat(lost.app()).isEqualTo("billing");

        put(Estate.lostNode(task.taskId(), NOON, true));
        assertThat(fold.drain(NOON).tasks().changed().get(task.taskId()).standing())
                .isEqualTo(TaskFacts.Standing.CAME_BACK);

        fold.remove(RegistryPaths.lostTask(task.taskId()));
        assertThat(fold.drain(NOON).tasks().gone()).containsExactly(task.taskId());
    }

    @Test
    void aDaemonThat215LeftIsShownUntilALeaderHasTakenItOver() {
        TaskRecord task = Estate.task("invoices", 0, "billing", NOON);
        put(Estate.jobNode("invoices", "billing"),
                Estate.node(RegistryPaths.running(task.metaInfo()), task.taskId().toString()));
        assertThat(fold.drain(NOON).tasks().changed().get(task.taskId()).standing())
                .isEqualTo(TaskFacts.Standing.NOT_TAKEN_OVER);

        put(Estate.taskNode(task));

        TaskFacts taken = fold.drain(NOON).tasks().changed().get(task.taskId());
        assertThat(taken.standing()).isEqualTo(TaskFacts.Standing.IN_FLIGHT);
    }

    @Test
    void anAuditEntryIsHandedOut() {
        AuditEntry entry = new AuditEntry(NOON, "alice", "console", "disableJob", "invoices", "done", "keepBacklog");
        put(Estate.auditNode("2026-03-01T12:00:01.000Z-000001-a", entry));

        assertThat(fold.drain(NOON).audit().changed().values()).containsExactly(
                new AuditFacts("2026-03-01T12:00:01.000Z-000001-a", entry));
    }

    @Test
    void theTotalsSayWhatRunsAndWhatItWasGiven() {
        put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"), Estate.executorNode("billing", "S0"),
                Estate.taskNode(Estate.task("invoices", 0, "billing", NOON)),
                Estate.taskNode(Estate.task("invoices", 1, "billing", NOON.plusMillis(1))));

        Totals totals = fold.drain(NOON).totals();

        assertThat(totals.tasks()).isEqualTo(2);
        assertThat(totals.executors()).isEqualTo(1);
        assertThat(totals.agents()).isEqualTo(1);
        assertThat(totals.cpus()).isEqualTo(0.5 + 2 * 0.1);
        assertThat(totals.memoryMb()).isEqualTo(128 + 2 * 64);
    }

    @Test
    void whatWaitsForADisabledAppIsCounted() {
        put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"), Estate.jobNode("reminders", "billing"),
                Estate.disabledAppNode("billing"), Estate.readyNode("invoices", 3));
        DisabledFacts.Subject app = new DisabledFacts.Subject(DisabledFacts.Kind.APP, "billing");

        ClusterDelta delta = fold.drain(NOON);
        assertThat(delta.disabled().changed().get(app).backlog()).isEqualTo(3);
        assertThat(delta.apps().changed().get("billing").waitingJobs()).isEqualTo(1);

        put(Estate.readyNode("reminders", 1));
        assertThat(fold.drain(NOON).disabled().changed().get(app).backlog()).isEqualTo(4);
    }

    @Test
    void theFailoverQueueNamesTheTaskThatFailed() {
        put(Estate.jobNode("invoices", "billing"), Estate.failoverNode("invoices", 1));

        ClusterDelta delta = fold.drain(NOON);

        FailoverFacts failed = delta.failover().changed().get(new MetaInfo("invoices", 1));
        assertThat(failed.originalTaskId()).startsWith("invoices@-@1@-@READY@-@agent-S0");
        assertThat(delta.jobs().changed().get("invoices").failoverCount()).isEqualTo(1);
    }

    @Test
    void whatIsDisabledIsListedWithWhoDidItWhenThatIsKnown() {
        put(Estate.jobNode("invoices", "billing"), Estate.disabledJobNode("invoices"),
                Estate.disabledJobInfoNode("invoices", "alice", NOON), Estate.disabledAppNode("billing"));

        Map<DisabledFacts.Subject, DisabledFacts> disabled = fold.drain(NOON).disabled().changed();

        assertThat(disabled.get(new DisabledFacts.Subject(DisabledFacts.Kind.JOB, "invoices")))
                .isEqualTo(new DisabledFacts(new DisabledFacts.Subject(DisabledFacts.Kind.JOB, "invoices"), "billing",
                        Optional.of(new Disablement("alice", NOON)), 0));
        assertThat(disabled.get(new DisabledFacts.Subject(DisabledFacts.Kind.APP, "billing")).disablement()).isEmpty();
    }

    @Test
    void theLastResultAndTheExecutorsAreShown() {
        put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"), Estate.executorNode("billing", "S0"),
                Estate.executorNode("billing", "S1"),
                Estate.resultNode("invoices", RunResult.Outcome.FAILED, NOON, "exit status 1"));

        ClusterDelta delta = fold.drain(NOON);

        assertThat(delta.jobs().changed().get("invoices").lastResult().orElseThrow().message())
                .isEqualTo("exit status 1");
        assertThat(delta.apps().changed().get("billing").executors()).isEqualTo(2);
    }

    @Test
    void aLeaderLeadsOnlyWhileASchedulerIsUp() {
        put(Estate.leaderNode("host:8899", ZoneOffset.UTC), Estate.candidateNode("_c_1-lock-0000000001"));
        assertThat(fold.drain(NOON).leadership().leader().orElseThrow().address()).isEqualTo("host:8899");

        fold.remove(RegistryPaths.ELECTION + "/_c_1-lock-0000000001");

        assertThat(fold.drain(NOON).leadership().leader()).isEmpty();
    }

    @Test
    void loadingAfreshDropsWhatIsGoneAndTellsOnlyOfDifferences() {
        TaskRecord task = Estate.task("invoices", 0, "billing", NOON);
        put(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"), Estate.jobNode("reminders", "billing"),
                Estate.taskNode(task));
        fold.drain(NOON);

        fold.load(tree(Estate.appNode("billing"), Estate.jobNode("reminders", "billing"),
                Estate.jobNode("new", "billing")));
        ClusterDelta delta = fold.drain(NOON);

        assertThat(delta.jobs().gone()).containsExactly("invoices");
        assertThat(delta.jobs().changed()).containsOnlyKeys("new");
        assertThat(delta.tasks().gone()).containsExactly(task.taskId());
        assertThat(delta.apps().changed().get("billing").runningTasks()).isZero();
    }

    @Test
    void strangersAndEmptyContainersMeanNothing() {
        put(Estate.node("/config", ""), Estate.node("/state/running/d1", ""), Estate.node("/elsewhere/x", "y"),
                Estate.node("/state/failover/d1/no-item", "z"), Estate.node("/jobdeck/epoch", ""));

        ClusterDelta delta = fold.drain(NOON);

        assertThat(delta.jobs().isEmpty() && delta.ready().isEmpty() && delta.failover().isEmpty()).isTrue();
        assertThat(delta.leadership()).isEqualTo(Leadership.NONE);
    }

    private void put(TreeNode... nodes) {
        Stream.of(nodes).forEach(fold::put);
    }

    private static Map<String, TreeNode> tree(TreeNode... nodes) {
        return Stream.of(nodes).collect(Collectors.toMap(TreeNode::path, node -> node));
    }
}
