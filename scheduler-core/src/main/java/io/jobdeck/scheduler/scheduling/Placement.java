package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.ExecutorIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Decides which agent runs which item. Items are spread: each goes to the agent with the most cpus free. All items of
 * one request are of one size, so an agent that cannot hold one is out for the rest.
 */
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
     */
    record Request(List<Integer> items, Amount perItem, Optional<String> appName, Amount executor, boolean allOrNone) { }

    /** One item on one agent. */
    record Place(int item, AgentResources agent, boolean startsExecutor) { }

    /** What could be placed; less than asked for if it did not fit. */
    record Outcome(List<Place> places, Optional<Shortage> shortage) { }

    /**
     * Why not everything could be placed.
     *
     * @param needed what the next item needs, its executor included if it would have to be started
     * @param largestFree most cpus free on an agent, with the memory free there
     * @param agents number of agents with an offer at hand that may be used
     */
    record Shortage(Amount needed, Amount largestFree, int agents) { }

    /**
     * Places as much as fits, nothing if the request is all or none and does not fit whole. Executors that are started
     * for it count as running on their agents from then on; resources are taken later, when the tasks are made.
     *
     * @param usable whether an agent may be used at all
     */
    static Outcome place(Request request, Collection<AgentResources> agents, Predicate<AgentResources> usable) {
        List<Candidate> candidates = agents.stream().filter(usable).map(agent -> new Candidate(request, agent)).toList();
        List<Place> places = assign(request, candidates);
        boolean whole = places.size() == request.items().size();
        if (whole) {
            claimExecutors(request, places);
            return new Outcome(places, Optional.empty());
        }
        Optional<Shortage> shortage = Optional.of(shortage(request, candidates));
        if (request.allOrNone()) {
            return new Outcome(List.of(), shortage);
        }
        claimExecutors(request, places);
        return new Outcome(places, shortage);
    }

    private static List<Place> assign(Request request, List<Candidate> candidates) {
        PriorityQueue<Candidate> mostFree = new PriorityQueue<>(Comparator
                .comparingLong((Candidate candidate) -> -candidate.freeCpus)
                .thenComparing(candidate -> candidate.agent.agentId()));
        mostFree.addAll(candidates);
        List<Place> places = new ArrayList<>();
        for (int item : request.items()) {
            Candidate candidate = nextThatFits(mostFree);
            if (candidate == null) {
                break;
            }
            places.add(candidate.assign(item));
            mostFree.add(candidate);
        }
        return places;
    }

    private static Candidate nextThatFits(PriorityQueue<Candidate> mostFree) {
        while (!mostFree.isEmpty()) {
            Candidate candidate = mostFree.poll();
            if (candidate.fits()) {
                return candidate;
            }
        }
        return null;
    }

    private static void claimExecutors(Request request, List<Place> places) {
        for (Place place : places) {
            if (place.startsExecutor()) {
                request.appName().ifPresent(app -> place.agent().addExecutor(executorId(app, place.agent())));
            }
        }
    }

    private static Shortage shortage(Request request, List<Candidate> candidates) {
        Amount largest = candidates.stream()
                .map(candidate -> candidate.agent.free())
                .max(Comparator.comparingLong(Amount::milliCpus).thenComparingLong(Amount::milliMb))
                .orElse(Amount.NONE);
        boolean executorEverywhere = !candidates.isEmpty() && candidates.stream().allMatch(c -> c.agentHasExecutor);
        Amount needed = request.appName().isEmpty() || executorEverywhere
                ? request.perItem()
                : request.perItem().plus(request.executor());
        return new Shortage(needed, largest, candidates.size());
    }

    static String executorId(String app, AgentResources agent) {
        return ExecutorIds.of(app, agent.agentId());
    }

    /** What would be left of an agent if the items tried so far went there. */
    private static final class Candidate {

        private final Request request;
        private final AgentResources agent;
        private final boolean agentHasExecutor;
        private boolean executorCounted;
        private long freeCpus;
        private long freeMemory;

        Candidate(Request request, AgentResources agent) {
            this.request = request;
            this.agent = agent;
            this.agentHasExecutor = request.appName().map(app -> agent.hasExecutor(executorId(app, agent))).orElse(true);
            this.executorCounted = agentHasExecutor;
            this.freeCpus = agent.free().milliCpus();
            this.freeMemory = agent.free().milliMb();
        }

        boolean fits() {
            return next().fitsInto(new Amount(freeCpus, freeMemory));
        }

        Place assign(int item) {
            Amount next = next();
            boolean startsExecutor = !executorCounted;
            executorCounted = true;
            freeCpus -= next.milliCpus();
            freeMemory -= next.milliMb();
            return new Place(item, agent, startsExecutor);
        }

        private Amount next() {
            return executorCounted ? request.perItem() : request.perItem().plus(request.executor());
        }
    }
}
