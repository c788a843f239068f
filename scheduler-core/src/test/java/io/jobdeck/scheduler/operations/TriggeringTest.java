package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.operations.Samples.app;
import static io.jobdeck.scheduler.operations.Samples.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.operations.OperationException.Kind;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Triggering jobs (spec section 4, without the defects of sections 14.3 and 14.7). */
class TriggeringTest extends OperationsSpec {

    private static final TriggerOptions ADDED = new TriggerOptions(true, Optional.empty(), Collections.emptySortedSet());

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

    @Test
    void runsAddedBeforeAreKeptByATriggerUnderTheMisfireRule() {
        operations.registerJob(job(), ALICE);
        operations.triggerJob("t1", ADDED, ALICE);
        operations.triggerJob("t1", ADDED, ALICE);
        operations.triggerJob("t1", ALICE);

        assertThat(registry.text("/state/ready/t1")).isEqualTo("2");
    }

    @Test
    void aRunWithItsOwnParameterOrItemsWaitsBesideTheCountedOnes() {
        operations.registerJob(job(), ALICE);

        assertThat(transactionsOf(() -> operations.triggerJob("t1", oneOff("x", 0, 2), ALICE))).isEqualTo(1);

        OneOffRun run = Codecs.ONE_OFF_RUN.read(only("/jobdeck/run/").text());
        assertThat(only("/jobdeck/run/").path()).isEqualTo("/jobdeck/run/t1@-@" + run.runId());
        assertThat(run).isEqualTo(new OneOffRun(run.runId(), "t1", Optional.of("x"), new TreeSet<>(List.of(0, 2)),
                "alice", NOW));
        assertThat(registry.text("/state/ready/t1")).isNull();
    }

    @Test
    void anItemThatDoesNotExistIsNamed() {
        operations.registerJob(job(), ALICE);

        assertRefused(Kind.INVALID, "items: names item 3, but the items of job 't1' are 0 to 2",
                () -> operations.triggerJob("t1", oneOff(null, 1, 3), ALICE));
    }

    @Test
    void aDaemonIsToldToFireWithAllItsItemsOrTheChosenOnes() {
        operations.registerJob(daemon(), ALICE);

        operations.triggerJob("d", ALICE);
        DaemonTrigger all = trigger();
        assertThat(all).isEqualTo(new DaemonTrigger(all.triggerId(), Optional.empty(), new TreeSet<>(List.of(0, 1, 2)),
                "alice", NOW));

        registry.remove("/jobdeck/trigger/d");
        operations.triggerJob("d", oneOff("x", 1), ALICE);
        assertThat(trigger().items()).containsExactly(1);
        assertThat(trigger().jobParameter()).contains("x");
    }

    @Test
    void aFiringAskedForWhileOneIsPendingBecomesOneRequestForTheItemsOfBoth() {
        operations.registerJob(daemon(), ALICE);
        operations.triggerJob("d", oneOff("old", 0), ALICE);
        DaemonTrigger first = trigger();

        operations.triggerJob("d", oneOff("new", 2), new Caller("bob", "x"));

        assertThat(trigger().triggerId()).isNotEqualTo(first.triggerId());
        assertThat(trigger().items()).containsExactly(0, 2);
        assertThat(trigger().jobParameter()).contains("new");
        assertThat(trigger().by()).isEqualTo("bob");
    }

    @Test
    void aDaemonThatCannotFireIsRefusedWithTheReason() {
        operations.registerApp(app("appName", "\"old\"", "executor", "\"ELASTIC_JOB_2_1_5\""), ALICE);
        operations.registerJob(job("jobName", "\"o\"", "appName", "\"old\"", "jobExecutionType", "\"DAEMON\""), ALICE);
        operations.registerJob(daemon(), ALICE);

        assertRefused(Kind.CONFLICT, "its app 'old' embeds the executor of Elastic-Job-Cloud 2.1.5",
                () -> operations.triggerJob("o", ALICE));
        assertRefused(Kind.INVALID, "addRun: must not be set for daemon job 'd'",
                () -> operations.triggerJob("d", ADDED, ALICE));
        operations.disableJob("d", ALICE);
        assertRefused(Kind.CONFLICT, "Job 'd' is disabled", () -> operations.triggerJob("d", ALICE));
    }

    private TreeNode only(String beginning) {
        List<TreeNode> found = registry.snapshot().values().stream()
                .filter(node -> node.path().startsWith(beginning)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private DaemonTrigger trigger() {
        return Codecs.DAEMON_TRIGGER.read(registry.text("/jobdeck/trigger/d"));
    }

    private static JobConfig daemon() {
        return job("jobName", "\"d\"", "jobExecutionType", "\"DAEMON\"");
    }
}
