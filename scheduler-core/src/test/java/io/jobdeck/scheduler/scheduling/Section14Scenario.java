package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.RegistryOperations;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;

/** A leader whose jobs are changed through operations, as people do. */
abstract class Section14Scenario extends SchedulingScenario {

    static final Caller CALLER = new Caller("operator", "console");

    final SchedulerOperations operations = new RegistryOperations(stage.registry,
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

    void register(String name, int items, String executionType, String more) {
        operations.registerJob(Configs.job(name, items, executionType, more), CALLER);
        stage.settle();
    }

    void update(String name, int items, String executionType, String more) {
        operations.updateJob(Configs.job(name, items, executionType, more), CALLER);
        stage.settle();
    }

    void trigger(String job) {
        operations.triggerJob(job, CALLER);
        stage.settle();
    }

    List<TaskInfo> launchedOn(String agent) {
        stage.offer(agent, 8, 8192);
        return stage.takeLaunched();
    }

    void end(List<TaskInfo> tasks, TaskState state) {
        tasks.forEach(task -> stage.update(task, state));
    }

    int kills() {
        return stage.calls(Call.Type.KILL).size();
    }

    String ready(String job) {
        return stage.node(RegistryPaths.ready(job));
    }

    /** Returns the transactions that change something for the job. */
    List<Transaction> writesFor(String job) {
        return stage.registry.submitted().stream()
                .filter(transaction -> transaction.changes().stream()
                        .anyMatch(change -> !(change instanceof Change.Check) && change.path().contains("/" + job)))
                .toList();
    }
}
