package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;

/** A leader, and the situations that many tests of it begin with. */
abstract class SchedulingScenario {


    final Stage stage = new Stage();

    void aLeaderWithTheApp() {
        stage.lead().connect().app(Configs.app("app", 0.1, 32));
    }

    List<TaskInfo> aRunningJob(int items) {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", items)).fire();
        stage.offer("agent-1", Math.max(4, items), 64 * Math.max(64, items + 1));
        List<TaskInfo> tasks = stage.takeLaunched();
        tasks.forEach(task -> stage.update(task, TaskState.TASK_RUNNING));
        assertThat(tasks).hasSize(items);
        stage.calls.clear();
        return tasks;
    }

    List<TaskInfo> aRunningDaemon(int items) {
        aLeaderWithTheApp();
        stage.job(Configs.daemonJob("job", items));
        stage.offer("agent-1", 4, 4096);
        List<TaskInfo> tasks = stage.takeLaunched();
        tasks.forEach(task -> stage.update(task, TaskState.TASK_RUNNING));
        assertThat(tasks).hasSize(items);
        stage.calls.clear();
        return tasks;
    }

    /** Returns the size of a transaction as ZooKeeper counts it, with room for the frame of each change. */
    static int bytes(Transaction transaction) {
        return transaction.changes().stream().mapToInt(change -> 80 + change.path().length()
                + (change instanceof Change.Create create ? create.text().length() : 0)).sum();
    }

    RunResult lastResult() {
        return Codecs.RUN_RESULT.read(stage.node(RegistryPaths.jobStatus("job")));
    }
}
