package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.PlacementStrategy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides which agent runs which item, looking at no more agents than it has to. */
final class Placement {

    private Placement() {
    }

    /**
     * What has to be placed.
     *
     * @param items sharding items
     * @param perItem size of one item
     * @param appName app whose executor runs the items; empty for tasks of Mesos' command executor
     * @param executor size of that executor, needed on agents where it does not run yet
     * @param allOrNone whether a partial placement is of no use
     * @param strategy which of the agents that hold an item it goes to
     * @param avoided agents that an item is kept away from as long as another holds it
     */
    record Request(List<Integer> items, Amount perItem, Optional<String> appName, Amount executor, boolean allOrNone,
            PlacementStrategy strategy, Avoided avoided) { }

    /** Tells which agents an item is better not placed on. */
    @FunctionalInterface
    interface Avoided {

        /** Avoids nothing. */
        Avoided NONE = (item, agentId) -> false;

        boolean is(int item, String agentId);
    }

    /** One item on one agent. */
    record Place(int item, AgentResources agent, boolean startsExecutor) { }

    /** What could be placed; less than asked for if it did not fit. */
    record Outcome(List<Place> places, Optional<Shortage> shortage) {

        /** Returns the agents used, each once. */
        Set<AgentResources> agents() {
            Set<AgentResources> agents = new LinkedHashSet<>();
            places.forEach(place -> agents.add(place.agent()));
            return agents;
        }
    }

    /**
     * Why not everything could be placed.
     *
     * @param needed what the next item needs, its executor included if it would have to be started
     * @param largestFree most cpus free on an agent, with the memory free there
     * @param agents number of agents with an offer at hand
     * @param unusable number of agents that would have held an item but may not be used
     */
    record Shortage(Amount needed, Amount largestFree, int agents, int unusable) { }

    /**
     * Places as much as fits, nothing if the request is all or none and does not fit whole. The agents used are taken out
     * of the pool; whoever makes the tasks takes the resources and adds the agents again. Executors that are started count
     * as running on their agents from then on.
     *
     * @param usable whether an agent may be used at all
     */
    static Outcome place(Request request, AgentPool pool, Predicate<AgentResources> usable) {
        AgentSearch search = new AgentSearch(request, pool, usable);
        List<Place> places = new ArrayList<>();
        for (int item : request.items()) {
            Optional<Place> place = search.place(item);
            if (place.isEmpty()) {
                break;
            }
            places.add(place.get());
        }
        if (places.size() == request.items().size()) {
            return claim(request, pool, new Outcome(places, Optional.empty()));
        }
        Optional<Shortage> shortage = Optional.of(shortage(request, pool, search));
        return request.allOrNone()
                ? new Outcome(List.of(), shortage)
                : claim(request, pool, new Outcome(places, shortage));
    }

    private static Outcome claim(Request request, AgentPool pool, Outcome outcome) {
        outcome.agents().forEach(pool::remove);
        for (Place place : outcome.places()) {
            if (place.startsExecutor()) {
                request.appName().ifPresent(app ->
                        place.agent().addExecutor(ExecutorIds.of(app, place.agent().agentId())));
            }
        }
        return outcome;
    }

    private static Shortage shortage(Request request, AgentPool pool, AgentSearch search) {
        Amount largest = pool.isEmpty() ? Amount.NONE : pool.mostFreeFirst().next().free();
        Amount needed = request.appName().isEmpty() || search.executorSeenEverywhere()
                ? request.perItem()
                : request.perItem().plus(request.executor());
        return new Shortage(needed, largest, pool.size(), search.unusable());
    }
}
