package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** Taking over, and letting go. */
class LeadershipTest extends SchedulingScenario {


    @Test
    void givenTasksInFlight_whenAnotherLeads_thenItKnowsThemAndAsksMesosAboutThem() {
        List<TaskInfo> tasks = aRunningJob(2);
        stage.fire();

        stage.lead();
        stage.connect();
        stage.offer("agent-2", 4, 4096);

        assertThat(stage.takeLaunched()).isEmpty();
        tasks.forEach(task -> stage.update(task, TaskState.TASK_FINISHED));
        assertThat(stage.takeLaunched()).hasSize(2);
    }

    @Test
    void givenTheLeaderDiedBetweenRecordingAndLaunching_thenTheRunIsNeitherLostNorDoubled() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 1)).fire();
        stage.offer("agent-1", 4, 4096);
        TaskInfo neverSent = stage.takeLaunched().get(0);

        stage.lead().connect();
        stage.offer("agent-1", 4, 4096);
        assertThat(stage.takeLaunched()).isEmpty();
        stage.update(Stage.status(neverSent, TaskState.TASK_GONE).clearUuid().build());
        stage.pass(Duration.ofSeconds(1));

        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenAnotherLeads_thenTheOldOneWritesNothingMore() {
        List<TaskInfo> tasks = aRunningJob(1);
        stage.registry.lead("{}");

        stage.update(tasks.get(0), TaskState.TASK_FINISHED);

        assertThat(stage.halts).containsExactly("another scheduler leads");
        assertThat(stage.calls(Call.Type.ACKNOWLEDGE)).isEmpty();
        assertThat(stage.records()).hasSize(1);
    }

    @Test
    void givenARunningDaemonOf215_whenTheTreeIsTakenOver_thenItIsAdoptedAndNotStartedAgain() {
        stage.registry.put(RegistryPaths.configApp("app"), Codecs.APP, Configs.app("app", 0.1, 32));
        stage.registry.put(RegistryPaths.configJob("job"), Codecs.JOB, Configs.daemonJob("job", 1));
        stage.registry.put("/state/running/job/job@-@0", "job@-@0@-@READY@-@agent-1@-@old");

        stage.lead().connect();
        stage.offer("agent-1", 4, 4096);

        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(stage.records()).extracting(record -> record.taskId().unique()).containsExactly("old");
    }
}
