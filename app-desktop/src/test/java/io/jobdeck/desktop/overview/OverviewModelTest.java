package io.jobdeck.desktop.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.desktop.bridge.ClusterUpdate;
import io.jobdeck.desktop.bridge.Link;
import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.desktop.fold.TreeFold;
import io.jobdeck.desktop.overview.NextFirings.Firing;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.Waiting;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the overview says of a cluster. */
class OverviewModelTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:01Z");

    private final TreeFold fold = new TreeFold(ZoneOffset.UTC);
    private final OverviewModel model = new OverviewModel();

    private void given(TreeNode... nodes) {
        Stream.of(nodes).forEach(fold::put);
        look(NOON);
    }

    private void look(Instant now) {
        model.apply(new ClusterUpdate(fold.drain(now), new Link.Live(), 0, now));
    }

    private static Waiting because(Waiting.Kind kind) {
        return new Waiting("a reason", "a help", NOON, kind);
    }

    @Test
    void aClusterInOrderNeedsNoAttention() {
        given(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"),
                Estate.taskNode(Estate.task("invoices", 0, "billing", NOON)));

        assertThat(model.attention().isEmpty()).isTrue();
    }

    @Test
    void aJobStandsUnderTheGravestOfItsTroublesAndLeavesWhenThatIsOver() {
        given(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"), Estate.readyNode("invoices", 5),
                Estate.resultNode("invoices", RunResult.Outcome.FAILED, NOON, "exit status 1"));
        assertThat(model.attention().first(Trouble.FAILING, 9)).containsExactly("invoices");
        assertThat(model.attention().count(Trouble.BACKLOGGED)).isZero();

        given(Estate.resultNode("invoices", RunResult.Outcome.SUCCEEDED, NOON, ""));
        assertThat(model.attention().count(Trouble.FAILING)).isZero();
        assertThat(model.attention().first(Trouble.BACKLOGGED, 9)).containsExactly("invoices");

        fold.remove(RegistryPaths.configJob("invoices"));
        look(NOON);
        assertThat(model.attention().isEmpty()).isTrue();
    }

    @Test
    void whatWaitsIsToldByWhatItWaitsFor() {
        given(Estate.appNode("billing"), Estate.jobNode("big", "billing"), Estate.jobNode("cut-off", "billing"),
                Estate.jobNode("full", "billing"), Estate.jobNode("due", "billing"), Estate.readyNode("big", 1),
                Estate.readyNode("cut-off", 1), Estate.readyNode("full", 1), Estate.readyNode("due", 1),
                Estate.waitingNode("big", because(Waiting.Kind.RESOURCES)),
                Estate.waitingNode("cut-off", because(Waiting.Kind.NO_MESOS)),
                Estate.waitingNode("full", because(Waiting.Kind.QUEUE_FULL)));

        assertThat(model.attention().first(Trouble.RESOURCES, 9)).containsExactly("big");
        assertThat(model.attention().first(Trouble.NO_MESOS, 9)).containsExactly("cut-off");
        assertThat(model.attention().first(Trouble.WAITING, 9)).as("not the one that has just come due")
                .containsExactly("full");
    }

    @Test
    void itemsThatWereGivenUpAreTroubleOfTheirOwn() {
        given(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"),
                Estate.failedNode("invoices", 0, 5, true, NOON, "Out of memory"));

        assertThat(model.attention().first(Trouble.GIVEN_UP, 9)).containsExactly("invoices");
    }

    @Test
    void aDisabledAppIsTroubleOnlyWhileRunsOfItsJobsWait() {
        given(Estate.appNode("billing"), Estate.jobNode("invoices", "billing"), Estate.disabledAppNode("billing"));
        assertThat(model.attention().isEmpty()).isTrue();

        given(Estate.readyNode("invoices", 1));
        assertThat(model.attention().first(Trouble.DISABLED_APP, 9)).containsExactly("billing");

        fold.remove(RegistryPaths.ready("invoices"));
        look(NOON);
        assertThat(model.attention().isEmpty()).isTrue();
    }

    @Test
    void ofManyOnlyTheFirstAreNamedButAllAreCounted() {
        for (int number = 10; number < 30; number++) {
            given(Estate.jobNode("job" + number, "no-such-app"));
        }

        assertThat(model.attention().count(Trouble.INVALID)).isEqualTo(20);
        assertThat(model.attention().first(Trouble.INVALID, 2)).containsExactly("job10", "job11");
    }

    @Test
    void firingsToComeStandInTheirOrderAndMoveOn() {
        given(Estate.appNode("a"),
                Estate.jobNode(Estate.job("often", "a", ExecutionType.TRANSIENT, "0/5 * * * * ?", 1)),
                Estate.jobNode(Estate.job("daily", "a", ExecutionType.TRANSIENT, "0 0 13 * * ?", 1)),
                Estate.jobNode(Estate.job("off", "a", ExecutionType.TRANSIENT, "0/5 * * * * ?", 1)),
                Estate.disabledJobNode("off"));
        assertThat(model.firings().first(9)).containsExactly(
                new Firing(Instant.parse("2026-03-01T12:00:05Z"), "often"),
                new Firing(Instant.parse("2026-03-01T13:00:00Z"), "daily"));

        look(NOON.plusSeconds(4));

        assertThat(model.firings().first(1)).containsExactly(new Firing(Instant.parse("2026-03-01T12:00:10Z"), "often"));
    }

    @Test
    void theHistoryIsSampledEveryFiveSecondsAndGoesBackAnHour() {
        given(Estate.taskNode(Estate.task("invoices", 0, "billing", NOON)), Estate.readyNode("invoices", 3));
        for (int second = 1; second <= 2 * 3600; second++) {
            look(NOON.plusSeconds(second));
        }

        assertThat(model.history().samples()).hasSizeBetween(720, 721).last()
                .satisfies(sample -> assertThat(sample.tasks()).isEqualTo(1))
                .satisfies(sample -> assertThat(sample.waiting()).isEqualTo(3));
        assertThat(model.history().samples().get(0).at()).isAfterOrEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void withoutASchedulerNobodyLeads() {
        given(Estate.leaderNode("host:8899", ZoneOffset.UTC));
        assertThat(model.isLed()).isFalse();

        given(Estate.candidateNode("_c_1-lock-0000000001"));
        assertThat(model.isLed()).isTrue();
    }

    @Test
    void theScaleOfTheChartIsARoundNumberThatHoldsAll() {
        assertThat(HistoryChart.scale(0)).isEqualTo(2);
        assertThat(HistoryChart.scale(7)).isEqualTo(10);
        assertThat(HistoryChart.scale(101)).isEqualTo(200);
        assertThat(HistoryChart.scale(100_000)).isEqualTo(100_000);
    }
}
