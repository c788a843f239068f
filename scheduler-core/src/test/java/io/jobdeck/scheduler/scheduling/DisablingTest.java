package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.junit.jupiter.api.Test;

/** Disabling with the backlog kept and until a time. */
class DisablingTest extends SchedulingScenario {

    private static final String FLAG = RegistryPaths.disabledJob("job");
    private static final String INFO = RegistryPaths.disabledJobInfo("job");
    private static final String APP_FLAG = RegistryPaths.disabledApp("app");
    private static final String APP_INFO = RegistryPaths.disabledAppInfo("app");

    private void aJobWithABacklogOfThree() {
        aLeaderWithTheApp();
        stage.job(Configs.job("job", 1, "TRANSIENT", ",\"misfire\":true")).fire().fire().fire();
        assertThat(stage.node(RegistryPaths.ready("job"))).isEqualTo("3");
    }

    private Disablement disabled(boolean keepBacklog, Optional<Duration> time) {
        return new Disablement("ann", stage.now(), time.map(stage.now()::plus), keepBacklog);
    }

    private void disable(Disablement how) {
        stage.commit(new Change.Create(INFO, Codecs.DISABLEMENT.write(how)), new Change.Create(FLAG, "job"));
    }

    private void disableApp(Disablement how) {
        stage.commit(new Change.Create(APP_INFO, Codecs.DISABLEMENT.write(how)), new Change.Create(APP_FLAG, "app"));
    }

    @Test
    void givenABacklog_whenTheJobIsDisabledAndKeepsIt_thenItStaysAndIsLaunchedWhenItIsEnabled() {
        aJobWithABacklogOfThree();

        disable(disabled(true, Optional.empty()));
        stage.offer("agent-1", 4, 4096);

        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(stage.node(RegistryPaths.ready("job"))).isEqualTo("3");
        assertThat(stage.crons).isEmpty();
        assertThat(stage.waiting("job")).contains("disabled by ann", "kept");

        stage.commit(new Change.Delete(FLAG), new Change.Delete(INFO));
        stage.offer("agent-1", 4, 4096);

        assertThat(stage.takeLaunched()).hasSize(1);
        assertThat(stage.node(RegistryPaths.ready("job"))).isEqualTo("2");
        assertThat(stage.crons).hasSize(1);
    }

    @Test
    void givenABacklog_whenOnlyTheFlagIsSetAs215Does_thenItIsEmptied() {
        aJobWithABacklogOfThree();

        stage.put(FLAG, "job");

        assertThat(stage.node(RegistryPaths.ready("job"))).isNull();
    }

    @Test
    void givenFailoverEntriesAndOneOffRuns_whenTheBacklogIsKept_thenTheyStayToo() {
        List<TaskInfo> tasks = aRunningFailoverJob(1);
        stage.update(tasks.get(0), TaskState.TASK_FAILED);
        stage.put(RegistryPaths.run("job", "run-1"), Codecs.ONE_OFF_RUN, Runs.of("run-1", "x", stage.now()));

        disable(disabled(true, Optional.empty()));
        stage.pass(Duration.ofMinutes(5));

        assertThat(stage.node("/state/failover/job/job@-@0")).isNotNull();
        assertThat(stage.node(RegistryPaths.run("job", "run-1"))).isNotNull();
    }

    @Test
    void givenFailoverEntriesAndOneOffRuns_whenTheBacklogIsNotKept_thenNothingOfThemIsLeft() {
        List<TaskInfo> tasks = aRunningFailoverJob(1);
        stage.update(tasks.get(0), TaskState.TASK_FAILED);
        stage.put(RegistryPaths.run("job", "run-1"), Codecs.ONE_OFF_RUN, Runs.of("run-1", "x", stage.now()));

        disable(disabled(false, Optional.empty()));

        assertThat(stage.traces("job")).allMatch(path -> path.startsWith("/config/") || path.contains("disable")
                || path.equals(RegistryPaths.jobStatus("job")));
    }

    @Test
    void givenJobAndAppAreDisabled_whenOneOfThemDoesNotKeepTheBacklog_thenItIsEmptied() {
        aJobWithABacklogOfThree();

        disable(disabled(true, Optional.empty()));
        disableApp(disabled(false, Optional.empty()));

        assertThat(stage.node(RegistryPaths.ready("job"))).isNull();
    }

    @Test
    void givenTheAppKeepsTheBacklog_thenTheJobSaysThatItsAppIsDisabled() {
        aJobWithABacklogOfThree();

        disableApp(disabled(true, Optional.of(Duration.ofHours(1))));

        assertThat(stage.node(RegistryPaths.ready("job"))).isEqualTo("3");
        assertThat(stage.waiting("job")).contains("App 'app' is disabled by ann until 2026-01-01T01:00:00Z");
    }

    @Test
    void givenDisabledUntilATime_whenItHasCome_thenItIsEnabledAndScheduledAfresh() {
        aJobWithABacklogOfThree();
        disable(disabled(true, Optional.of(Duration.ofDays(3))));

        stage.pass(Duration.ofDays(3).minusSeconds(1));
        assertThat(stage.node(FLAG)).isNotNull();
        stage.pass(Duration.ofSeconds(1));

        assertThat(stage.node(FLAG)).isNull();
        assertThat(stage.node(INFO)).isNull();
        assertThat(stage.crons).hasSize(1);
        stage.offer("agent-1", 4, 4096);
        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenADaemonDisabledUntilATime_whenItHasCome_thenItIsLaunched() {
        List<TaskInfo> tasks = aRunningDaemon(1);
        disable(disabled(false, Optional.of(Duration.ofMinutes(1))));
        stage.update(tasks.get(0), TaskState.TASK_KILLED);

        stage.pass(Duration.ofMinutes(1)).offer("agent-1", 4, 4096);

        assertThat(stage.takeLaunched()).hasSize(1);
    }

    @Test
    void givenTheTimeCameWhileNobodyLed_thenTheNextLeaderEnablesAtOnce() {
        aJobWithABacklogOfThree();
        disable(disabled(true, Optional.of(Duration.ofMinutes(1))));
        disableApp(disabled(true, Optional.of(Duration.ofMinutes(1))));
        stage.loop.pass(Duration.ofMinutes(2), () -> { });
        stage.put(INFO, Codecs.DISABLEMENT, disabled(true, Optional.of(Duration.ofMinutes(-1))));

        stage.lead();

        assertThat(stage.node(FLAG)).isNull();
        assertThat(stage.node(APP_FLAG)).isNull();
        assertThat(stage.node(APP_INFO)).isNull();
        assertThat(stage.crons).hasSize(1);
    }

    @Test
    void givenTheTimeIsMovedJustBefore_thenTheLeaderDoesNotEnable() {
        aJobWithABacklogOfThree();
        disable(disabled(true, Optional.of(Duration.ofMinutes(1))));
        Disablement longer = disabled(true, Optional.of(Duration.ofHours(1)));
        stage.registry.beforeNext(() -> stage.registry.put(INFO, Codecs.DISABLEMENT, longer));

        stage.pass(Duration.ofMinutes(2));

        assertThat(stage.node(FLAG)).isNotNull();
        stage.pass(Duration.ofHours(1));
        assertThat(stage.node(FLAG)).isNull();
    }

    @Test
    void givenATimeBeyondAllClocks_thenNothingBreaks() {
        aJobWithABacklogOfThree();

        disable(new Disablement("ann", stage.now(), Optional.of(Instant.MAX), true));
        stage.pass(Duration.ofDays(2));

        assertThat(stage.node(FLAG)).isNotNull();
    }

    @Test
    void given215HasEnabledIt_thenWhatIsLeftBesideTheFlagDoesNotSpeakForTheNextTime() {
        aJobWithABacklogOfThree();
        disable(disabled(true, Optional.empty()));

        stage.remove(FLAG).pass(Duration.ofSeconds(6));

        assertThat(stage.node(INFO)).isNull();
    }

    @Test
    void givenARunningJob_whenItIsDisabledWithItsBacklogKept_thenItsTasksAreKilledAllTheSame() {
        aRunningJob(2);

        disable(disabled(true, Optional.empty()));

        assertThat(stage.calls(Call.Type.KILL)).hasSize(2);
    }

    private List<TaskInfo> aRunningFailoverJob(int items) {
        aLeaderWithTheApp();
        stage.job(Configs.job("job", items, "TRANSIENT", ",\"failover\":true")).fire();
        stage.offer("agent-1", 4, 4096);
        List<TaskInfo> tasks = stage.takeLaunched();
        tasks.forEach(task -> stage.update(task, TaskState.TASK_RUNNING));
        stage.calls.clear();
        return tasks;
    }
}
