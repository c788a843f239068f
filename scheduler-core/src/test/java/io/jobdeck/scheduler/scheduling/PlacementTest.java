package io.jobdeck.scheduler.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.jobdeck.scheduler.model.PlacementStrategy;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.Value;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Placing the items of a run on the agents with offers at hand")
class PlacementTest {

    @Test
    void given_spread_when_items_are_placed_then_each_goes_to_the_agent_with_most_cpus_free() {
        AgentPool pool = new AgentPool(List.of(agent("S1", 4), agent("S2", 3.5)));

        Placement.Outcome outcome = Placement.place(request(3, PlacementStrategy.SPREAD, Placement.Avoided.NONE), pool,
                agent -> true);

        assertThat(agentsOf(outcome)).containsExactly("S1", "S2", "S1");
    }

    @Test
    void given_agents_equally_free_when_items_are_spread_then_one_without_items_of_the_run_goes_first() {
        AgentPool pool = new AgentPool(List.of(agent("S1", 4), agent("S2", 3), agent("S3", 3)));

        Placement.Outcome outcome = Placement.place(request(3, PlacementStrategy.SPREAD, Placement.Avoided.NONE), pool,
                agent -> true);

        assertThat(agentsOf(outcome)).containsExactly("S1", "S2", "S3");
    }

    @Test
    void given_pack_when_items_are_placed_then_the_fullest_agent_that_holds_them_is_filled_first() {
        AgentPool pool = new AgentPool(List.of(agent("S1", 9), agent("S2", 2), agent("S3", 0.5), agent("S4", 4)));

        Placement.Outcome outcome = Placement.place(request(4, PlacementStrategy.PACK, Placement.Avoided.NONE), pool,
                agent -> true);

        assertThat(agentsOf(outcome)).containsExactly("S2", "S2", "S4", "S4");
    }

    @Test
    void given_an_agent_that_failed_when_another_fits_then_the_item_goes_there_and_the_rest_is_placed_as_ever() {
        AgentPool pool = new AgentPool(List.of(agent("S1", 4), agent("S2", 2)));

        Placement.Outcome outcome = Placement.place(
                request(2, PlacementStrategy.SPREAD, (item, agent) -> item == 0 && agent.equals("S1")), pool, agent -> true);

        assertThat(agentsOf(outcome)).containsExactly("S2", "S1");
    }

    @Test
    void given_an_agent_that_failed_when_no_other_fits_then_the_item_goes_there_again() {
        AgentPool pool = new AgentPool(List.of(agent("S1", 4), agent("S2", 0.2)));

        Placement.Outcome outcome = Placement.place(
                request(2, PlacementStrategy.SPREAD, (item, agent) -> agent.equals("S1")), pool, agent -> true);

        assertThat(agentsOf(outcome)).containsExactly("S1", "S1");
    }

    @Test
    void given_too_little_room_when_all_or_none_is_wanted_then_nothing_is_placed_and_the_pool_stays_whole() {
        AgentPool pool = new AgentPool(List.of(agent("S1", 1), agent("S2", 1)));

        Placement.Outcome outcome = Placement.place(request(3, PlacementStrategy.SPREAD, Placement.Avoided.NONE), pool,
                agent -> true);

        assertThat(outcome.places()).isEmpty();
        assertThat(outcome.shortage()).contains(new Placement.Shortage(Amount.of(1, 64), Amount.of(1, 1024), 2, 0));
        assertThat(pool.size()).isEqualTo(2);
    }

    @Test
    void given_an_executor_that_runs_when_memory_is_short_elsewhere_then_only_its_agent_need_not_hold_another_executor() {
        AgentResources warm = agent("S1", 1, "app@-@S1");
        AgentPool pool = new AgentPool(List.of(warm, agent("S2", 1.2)));
        Placement.Request request = new Placement.Request(List.of(0), Amount.of(1, 64), Optional.of("app"),
                Amount.of(0.5, 64), true, PlacementStrategy.SPREAD, Placement.Avoided.NONE);

        Placement.Outcome outcome = Placement.place(request, pool, agent -> true);

        assertThat(agentsOf(outcome)).containsExactly("S1");
        assertThat(outcome.places().get(0).startsExecutor()).isFalse();
    }

    @Test
    void given_agents_that_may_not_be_used_when_they_would_fit_then_the_shortage_counts_them() {
        AgentPool pool = new AgentPool(List.of(agent("S1", 4), agent("S2", 0.1)));

        Placement.Outcome outcome = Placement.place(request(1, PlacementStrategy.SPREAD, Placement.Avoided.NONE), pool,
                agent -> false);

        assertThat(outcome.shortage()).map(Placement.Shortage::unusable).contains(1);
    }

    private static Placement.Request request(int items, PlacementStrategy strategy, Placement.Avoided avoided) {
        return new Placement.Request(IntStream.range(0, items).boxed().toList(), Amount.of(1, 64), Optional.empty(),
                Amount.NONE, true, strategy, avoided);
    }

    private static List<String> agentsOf(Placement.Outcome outcome) {
        return outcome.places().stream().map(place -> place.agent().agentId()).toList();
    }

    private static AgentResources agent(String id, double cpus, String... executors) {
        Offer.Builder offer = Offer.newBuilder().addResources(scalar("cpus", cpus)).addResources(scalar("mem", 1024));
        for (String executor : executors) {
            offer.addExecutorIds(ExecutorID.newBuilder().setValue(executor));
        }
        AgentResources agent = new AgentResources(id, "one-host.example");
        agent.add(offer.buildPartial());
        return agent;
    }

    private static Resource scalar(String name, double value) {
        return Resource.newBuilder().setName(name).setType(Value.Type.SCALAR)
                .setScalar(Value.Scalar.newBuilder().setValue(value)).build();
    }
}
