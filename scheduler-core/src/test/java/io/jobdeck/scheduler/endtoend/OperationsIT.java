package io.jobdeck.scheduler.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.EmbeddedScheduler;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.embedded.EmbeddedOptions;
import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.operations.TriggerOptions;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.TreeNode;
import io.jobdeck.scheduler.rest.RestAddress;
import io.jobdeck.scheduler.takeover.LegacyTreeRules;
import io.jobdeck.scheduler.takeover.StoredNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain by REST: embedded cluster, scheduler, executors as child processes. */
class OperationsIT {

    private static final Caller CALLER = new Caller("ann", "test");
    private static final String NEVER = "0 0 0 1 1 ? 2099";

    @TempDir
    private Path directory;
    private EmbeddedScheduler cluster;
    private Estate estate;
    private Rest rest;
    private LiveTree tree;

    @BeforeEach
    void start() throws Exception {
        estate = new Estate(directory);
        cluster = EmbeddedScheduler.start(EmbeddedOptions.in(directory.resolve("data")).withResources(4, 4096),
                "jobdeck-test", RestAddress.loopback(0), step -> { });
        rest = new Rest(cluster.scheduler().address());
        tree = cluster.scheduler().tree();
        soon().until(cluster.scheduler()::leads);
        rest.call("DELETE", "/api/app/sample", "");
        soon().until(() -> Estate.traces(tree, "sample").isEmpty());
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            List<String> problems = LegacyTreeRules.problems(StoredNode.of(tree.nodes()));
            cluster.close();
            assertThat(problems).as("what 2.1.5 could not read of the tree").isEmpty();
        }
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
    }

    private String text(String path) {
        return Optional.ofNullable(tree.nodes().get(path)).map(TreeNode::text).orElse(null);
    }

    private Optional<RunResult.Outcome> lastOutcome(String job) {
        return Optional.ofNullable(text("/jobdeck/job/" + job)).filter(text -> !text.isEmpty())
                .map(Codecs.RUN_RESULT::read).map(RunResult::outcome);
    }

    private void registerAppAndJob(long milliseconds, String more) {
        rest.call("POST", "/api/app", estate.app("shop"));
        rest.call("POST", "/api/job/register", estate.job("orders", "shop", NEVER, milliseconds, more));
    }

    private void awaitRunning(int tasks) {
        soon().until(() -> Estate.tasks(tree).stream().filter(task -> task.state() == TaskState.RUNNING).count() == tasks);
    }

    @Test
    void givenAnAppAndAJob_whenTheyGoThroughEveryOperation_thenTreeAndProcessesFollow() {
        List<TaskState> states = Estate.watchStates(tree, "orders");

        registerAppAndJob(300, "");
        assertThat(rest.get("/api/job/jobs/orders")).contains("\"shardingTotalCount\":3");
        rest.call("POST", "/api/job/trigger", "orders");
        soon().until(() -> lastOutcome("orders").equals(Optional.of(RunResult.Outcome.SUCCEEDED))
                && Estate.tasks(tree).isEmpty());
        assertThat(states).contains(TaskState.STAGING, TaskState.RUNNING);
        assertThat(estate.noted("end")).isEqualTo(3);
        assertThat(estate.executors()).hasSize(1);

        rest.call("PUT", "/api/job/update", estate.job("orders", "shop", NEVER, 60_000, ""));
        rest.call("POST", "/api/job/trigger", "\"orders\"");
        awaitRunning(3);
        assertThat(rest.get("/api/job/tasks/running")).contains("\"jobName\":\"orders\"");
        rest.call("POST", "/api/job/trigger", "orders");
        assertThat(rest.get("/api/job/tasks/ready")).isEqualTo("[{\"jobName\":\"orders\",\"times\":\"1\"}]");

        rest.call("POST", "/api/job/orders/disable", "");
        soon().until(() -> Estate.tasks(tree).isEmpty());
        assertThat(text("/state/disable/job/orders")).isEqualTo("orders");
        assertThat(text("/state/ready/orders")).isNull();
        assertThat(estate.noted("cancelled")).isEqualTo(3);
        assertThat(rest.answer("POST", "/api/job/trigger", "orders").statusCode()).isEqualTo(409);

        rest.call("DELETE", "/api/job/orders/disable", "");
        assertThat(text("/state/disable/job/orders")).isNull();
        rest.call("PUT", "/api/job/update", estate.job("orders", "shop", "0/2 * * * * ?", 100, ""));
        soon().until(() -> estate.noted("end") >= 9);

        rest.call("DELETE", "/api/job/deregister", "orders");
        soon().until(() -> Estate.traces(tree, "orders").isEmpty());
        assertThat(estate.executors()).hasSize(1);

        rest.call("DELETE", "/api/app/shop", "");
        soon().until(() -> estate.executors().isEmpty() && Estate.traces(tree, "shop").isEmpty());
    }

    @Test
    void givenAFailoverJobInMidTask_whenItsExecutorIsKilled_thenItsItemsRunAgain() {
        registerAppAndJob(4_000, ",\"failover\":true");
        rest.call("POST", "/api/job/trigger", "orders");
        awaitRunning(3);
        List<TaskRecord> first = Estate.tasks(tree);

        estate.executors().forEach(ProcessHandle::destroyForcibly);

        soon().until(() -> Estate.tasks(tree).stream().filter(task -> task.taskId().type() == LaunchType.FAILOVER
                && task.state() == TaskState.RUNNING).count() == 3);
        assertThat(Estate.tasks(tree)).allSatisfy(task -> assertThat(first)
                .anyMatch(failed -> task.originalTaskId().equals(Optional.of(failed.taskId().toString()))));
        soon().until(() -> Estate.tasks(tree).isEmpty());
        assertThat(estate.noted("end")).isEqualTo(3);
        assertThat(lastOutcome("orders")).contains(RunResult.Outcome.SUCCEEDED);
        assertThat(rest.get("/api/job/tasks/failover")).isEqualTo("[]");
    }

    @Test
    void givenAJobWithoutFailover_whenItsExecutorIsKilled_thenTheRunFailedAndSaysWhy() {
        registerAppAndJob(60_000, "");
        rest.call("POST", "/api/job/trigger", "orders");
        awaitRunning(3);

        estate.executors().forEach(ProcessHandle::destroyForcibly);

        soon().until(() -> Estate.tasks(tree).isEmpty());
        assertThat(lastOutcome("orders")).contains(RunResult.Outcome.FAILED);
        assertThat(text("/jobdeck/job/orders")).contains("Item ");
        rest.call("PUT", "/api/job/update", estate.job("orders", "shop", NEVER, 100, ""));
        rest.call("POST", "/api/job/trigger", "orders");
        soon().until(() -> lastOutcome("orders").equals(Optional.of(RunResult.Outcome.SUCCEEDED)));
    }

    @Test
    void givenADaemon_whenItIsTriggeredAndOneOfItsTasksIsKilled_thenItFiresOnceAndComesBack() {
        SchedulerOperations operations = cluster.scheduler().operations();
        rest.call("POST", "/api/app", estate.app("shop"));
        rest.call("POST", "/api/job/register",
                estate.job("orders", "shop", NEVER, 100, "").replace("TRANSIENT", "DAEMON"));
        awaitRunning(3);

        operations.triggerJob("orders", new TriggerOptions(false, Optional.empty(), new TreeSet<>(List.of(0, 2))), CALLER);
        soon().until(() -> estate.noted("end") == 2 && text("/jobdeck/trigger/orders") == null);

        TaskRecord killed = Estate.tasks(tree).get(0);
        operations.killTask(killed.taskId(), CALLER);
        soon().until(() -> Estate.tasks(tree).stream().filter(task -> task.state() == TaskState.RUNNING
                && !task.taskId().equals(killed.taskId())).count() == 3);
        assertThat(text("/jobdeck/kill/" + killed.taskId())).isNull();
        assertThat(estate.noted("end")).isEqualTo(2);

        rest.call("PUT", "/api/job/update", estate.job("orders", "shop", NEVER, 60_000, ""));
        soon().until(() -> Estate.tasks(tree).isEmpty());
        operations.triggerJob("orders", new TriggerOptions(false, Optional.of(estate.notes + "|10"),
                new TreeSet<>(List.of(1))), CALLER);
        soon().until(() -> estate.noted("end") == 3 && Estate.tasks(tree).isEmpty());
        assertThat(Estate.traces(tree, "orders")).containsOnly("/config/job/orders", "/jobdeck/job/orders",
                "/jobdeck/change/job/orders");
    }
}
