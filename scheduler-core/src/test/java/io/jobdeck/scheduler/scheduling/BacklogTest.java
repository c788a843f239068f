package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.PlacementStrategy;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.mesos.v1.Protos.TaskState;
import org.junit.jupiter.api.Test;

/** How runs pile up in the ready queue, and how many jobs it holds. */
class BacklogTest extends SchedulingScenario {

    private static final String READY = RegistryPaths.ready("job");
    private static final JobConfig WITH_MISFIRE = Configs.job("job", 1, "TRANSIENT", ",\"misfire\":true");
    private static final JobConfig WITHOUT = Configs.transientJob("job", 1);

    @Test
    void givenAddedRunsOfAJobWithoutMisfire_whenItsCronFires_thenTheyAllStay() {
        aLeaderWithTheApp();
        stage.job(WITHOUT).put(READY, "4");

        stage.fire();

        assertThat(stage.node(READY)).isEqualTo("4");
    }

    @Test
    void givenMisfireIsSwitchedOff_thenOneRunIsLeft() {
        aLeaderWithTheApp();
        stage.job(WITH_MISFIRE).put(READY, "7");

        stage.job(WITHOUT);

        assertThat(stage.node(READY)).isEqualTo("1");
    }

    @Test
    void givenMisfireIsSwitchedOffByAnOperationThatCutsTheBacklogItself_whenRunsAreAdded_thenTheyStay() {
        aLeaderWithTheApp();
        stage.job(WITH_MISFIRE).put(READY, "7");

        stage.registry.put(RegistryPaths.configJob("job"), Codecs.JOB, WITHOUT);
        stage.registry.put(READY, "1");
        stage.registry.put(READY, "3");
        stage.settle();

        assertThat(stage.node(READY)).isEqualTo("3");
    }

    @Test
    void givenARunIsAddedJustAsTheBacklogIsCut_thenItStaysBesideTheOneThatIsLeft() {
        aLeaderWithTheApp();
        stage.job(WITH_MISFIRE).put(READY, "7");
        stage.registry.beforeNext(() -> stage.registry.put(READY, "8"));

        stage.job(WITHOUT).pass(Duration.ofSeconds(1));

        assertThat(stage.node(READY)).isEqualTo("2");
    }

    @Test
    void givenAJobWithoutMisfire_whenItIsUpdatedOrTheLeaderChanges_thenAddedRunsStay() {
        aLeaderWithTheApp();
        stage.job(WITHOUT).put(READY, "5");

        stage.job(Configs.job("job", 1, "TRANSIENT", ",\"description\":\"new\""));
        stage.lead();

        assertThat(stage.node(READY)).isEqualTo("5");
    }

    @Test
    void givenTheCronFiresWhileAWriteIsUnderWay_thenNoFiringIsLostOrDoubled() {
        aLeaderWithTheApp();
        stage.job(WITH_MISFIRE);
        // Two more firings come up just before the first is written.
        stage.registry.beforeNext(() -> stage.fireLater().fireLater());

        stage.fire();

        assertThat(stage.node(READY)).isEqualTo("3");
    }

    @Test
    void givenSomebodyTriggersBetween_thenBothCount() {
        aLeaderWithTheApp();
        stage.job(WITH_MISFIRE).fire();
        stage.registry.beforeNext(() -> stage.registry.put(READY, "2"));

        stage.fire().pass(Duration.ofSeconds(1));

        assertThat(stage.node(READY)).isEqualTo("3");
    }

    @Test
    void givenATransientJobWithABacklog_whenItBecomesADaemon_thenNothingOfTheBacklogIsLeftWhenItComesBack() {
        aLeaderWithTheApp();
        stage.job(WITH_MISFIRE).put(READY, "7");

        stage.job(Configs.daemonJob("job", 1));
        stage.offer("agent-1", 4, 4096);
        var task = stage.takeLaunched().get(0);
        stage.update(task, TaskState.TASK_RUNNING).job(WITH_MISFIRE).update(task, TaskState.TASK_KILLED);
        stage.offer("agent-2", 4, 4096);

        assertThat(stage.node(READY)).isNull();
        assertThat(stage.takeLaunched()).isEmpty();
    }

    @Test
    void givenManyJobsOnOneCron_whenItFires_thenEachIsQueuedOnce() {
        aLeaderWithTheApp();
        IntStream.range(0, 500).forEach(i ->
                stage.registry.put(RegistryPaths.configJob("job-" + i), Codecs.JOB, Configs.transientJob("job-" + i, 1)));
        stage.settle();

        stage.fire();

        assertThat(IntStream.range(0, 500).mapToObj(i -> stage.node(RegistryPaths.ready("job-" + i))))
                .allMatch("1"::equals);
    }

    private void aQueueFor(int jobs) {
        stage.policy = new ClusterPolicy(PlacementStrategy.SPREAD, Duration.ofMinutes(10), OptionalInt.empty(), jobs, 0);
        aLeaderWithTheApp();
    }

    @Test
    void givenAFullQueue_whenAnotherJobFires_thenItIsLeftOutAndSaysSoAndThoseQueuedStillPileUp() {
        aQueueFor(2);
        stage.job(Configs.job("a", 1, "TRANSIENT", ",\"misfire\":true"));
        stage.job(Configs.job("b", 1, "TRANSIENT", ",\"misfire\":true")).fire();
        stage.job(Configs.job("c", 1, "TRANSIENT", ",\"misfire\":true")).fire();

        assertThat(stage.node(RegistryPaths.ready("a"))).isEqualTo("2");
        assertThat(stage.node(RegistryPaths.ready("b"))).isEqualTo("2");
        assertThat(stage.node(RegistryPaths.ready("c"))).isNull();
        assertThat(stage.waiting("c")).contains("holds 2 jobs");

        stage.remove(RegistryPaths.ready("a"));
        assertThat(stage.node(RegistryPaths.waiting("c"))).isNull();
        stage.fire();
        assertThat(stage.node(RegistryPaths.ready("a"))).isEqualTo("1");
    }

    @Test
    void givenAFullQueue_whenADaemonHasToStart_thenItIsQueuedAsSoonAsThereIsAPlace() {
        aQueueFor(1);
        stage.job(Configs.transientJob("a", 1)).fire().job(Configs.daemonJob("d", 1));
        assertThat(stage.node(RegistryPaths.ready("d"))).isNull();

        stage.remove(RegistryPaths.ready("a"));

        assertThat(stage.node(RegistryPaths.ready("d"))).isEqualTo("1");
    }

    @Test
    void givenManyFireAtOnce_thenTheLimitIsExact() {
        aQueueFor(3);
        IntStream.range(0, 5).forEach(i -> stage.job(Configs.transientJob("job-" + i, 1)));

        stage.fire();

        assertThat(IntStream.range(0, 5).filter(i -> stage.node(RegistryPaths.ready("job-" + i)) != null)).hasSize(3);
    }

    @Test
    void givenARunIsTakenAsAJobIsDisabledAndEnabled_thenARunAskedForMeanwhileStays() {
        aLeaderWithTheApp();
        stage.job(WITHOUT).put(READY, "1");
        stage.registry.beforeNext(() -> {
            stage.registry.commit(io.jobdeck.scheduler.registry.Transaction.of(
                    new Change.Delete(RegistryPaths.disabledJob("job"))));
            stage.registry.put(READY, "2");
        });

        stage.put(RegistryPaths.disabledJob("job"), "job");

        assertThat(stage.node(READY)).isEqualTo("2");
    }
}
