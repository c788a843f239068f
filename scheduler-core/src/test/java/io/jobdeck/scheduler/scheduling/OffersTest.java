package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.junit.jupiter.api.Test;

/** What the loop does with offers. */
class OffersTest extends SchedulingScenario {


    @Test
    void givenNothingWaits_thenOffersAreGivenBackAndNoMoreAreWanted() {
        aLeaderWithTheApp();
        stage.offer("agent-1", 4, 4096);

        stage.pass(Duration.ofSeconds(6));

        assertThat(stage.calls).extracting(Call::getType).contains(Call.Type.DECLINE, Call.Type.SUPPRESS);
    }

    @Test
    void givenNoMoreOffersWereWanted_whenAJobIsDue_thenTheyAreAskedForAtOnce() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 1));
        stage.offer("agent-1", 4, 4096);
        stage.pass(Duration.ofSeconds(6));
        stage.calls.clear();

        stage.fire();

        assertThat(stage.calls).extracting(Call::getType).contains(Call.Type.REVIVE);
    }

    @Test
    void givenAJobIsDueWhileALaunchIsUnderWay_thenTheRemainderIsAskedForRightBehindTheLaunch() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("first", 1));
        stage.job(Configs.transientJob("second", 8)).fire();

        stage.offer("agent-1", 4, 4096);

        List<Call.Type> types = stage.calls.stream().map(Call::getType).toList();
        assertThat(types.lastIndexOf(Call.Type.REVIVE)).isGreaterThan(types.indexOf(Call.Type.ACCEPT));
    }

    @Test
    void givenARescindedOffer_thenItIsNotUsed() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 1));
        var offer = stage.offer("agent-1", 4, 4096);
        stage.receive(Event.newBuilder()
                .setType(Event.Type.RESCIND)
                .setRescind(Event.Rescind.newBuilder().setOfferId(offer.getId()))
                .build());

        stage.fire();

        assertThat(stage.takeLaunched()).isEmpty();
    }

    @Test
    void givenAnExecutorEndsWhileItsAgentsOfferIsAtHand_thenTheNextLaunchNeedsRoomForAnother() {
        TaskInfo ended = aRunningJob(1).get(0);
        stage.offer("agent-1", 0.5, 4096, "app@-@agent-1");

        stage.executorEnded(ended).update(ended, TaskState.TASK_FINISHED).fire();

        assertThat(stage.takeLaunched()).isEmpty();
        assertThat(stage.waiting("job")).contains("Needs 0.6 cpus");
    }

    @Test
    void givenManyJobsThatNeedTheSame_whenOneFits_thenTheOneThatWaitsLongestIsLaunched() {
        aLeaderWithTheApp();
        for (String name : List.of("first", "second", "third")) {
            stage.job(Configs.transientJob(name, 1));
            stage.offer("small-" + name, 0.1, 64);
            stage.registry.put(RegistryPaths.ready(name), "1");
            stage.settle();
        }

        stage.offer("agent-1", 0.7, 512);
        assertThat(stage.takeLaunched()).extracting(TaskInfo::getName).singleElement().asString().startsWith("first@-@");
        stage.offer("agent-2", 1.3, 512);

        assertThat(stage.takeLaunched()).extracting(TaskInfo::getName).hasSize(2)
                .anySatisfy(name -> assertThat(name).startsWith("second@-@"))
                .anySatisfy(name -> assertThat(name).startsWith("third@-@"));
    }

    @Test
    void givenALargeJobThatCannotStart_thenSmallerOnesBehindItDo() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("large", 50)).job(Configs.transientJob("small", 1)).fire();

        stage.offer("agent-1", 2, 4096);

        assertThat(stage.records()).extracting(record -> record.metaInfo().jobName()).containsExactly("small");
    }

    @Test
    void givenJobsThatNeedTheSame_thenAllOfThemSayWhyTheyWaitThoughOneIsTried() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("one", 5)).job(Configs.transientJob("two", 5)).fire();

        stage.offer("agent-1", 1.2, 4096);
        stage.pass(Duration.ofSeconds(2));
        assertThat(stage.node(RegistryPaths.waiting("one"))).contains("1.2 cpus");
        stage.offer("agent-2", 1.3, 4096);
        stage.pass(Duration.ofSeconds(40));

        assertThat(stage.node(RegistryPaths.waiting("one"))).contains("1.3 cpus");
        assertThat(stage.node(RegistryPaths.waiting("two"))).contains("1.3 cpus");
    }

    @Test
    void givenAStarvedJobWhoseNeedsShrink_thenItIsLaunchedFromTheOffersAtHand() {
        aLeaderWithTheApp();
        stage.job(Configs.transientJob("job", 3)).job(Configs.transientJob("other", 3)).fire();
        stage.offer("agent-1", 0.7, 4096);
        assertThat(stage.takeLaunched()).isEmpty();

        stage.job(Configs.transientJob("other", 1));

        assertThat(stage.takeLaunched()).hasSize(1);
    }
}
