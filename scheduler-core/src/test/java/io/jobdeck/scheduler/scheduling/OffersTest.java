package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
}
