package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.PlacementStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Finds agents for the items of one request, best first. All items are of one size, so an agent that cannot hold one is
 * out for the rest; agents are opened one after the other as they come to be the best.
 */
final class AgentSearch {

    private final Placement.Request request;
    private final Predicate<AgentResources> usable;
    private final Iterator<AgentResources> unopened;
    private final PriorityQueue<Candidate> opened;
    private final Comparator<Candidate> bestFirst;
    private Candidate next;
    private int seen;
    private int unusable;
    private int withExecutor;

    AgentSearch(Placement.Request request, AgentPool pool, Predicate<AgentResources> usable) {
        boolean pack = request.strategy() == PlacementStrategy.PACK;
        Comparator<Candidate> fewestFree = Comparator.comparingLong(candidate -> candidate.freeCpus);
        this.request = request;
        this.usable = usable;
        this.unopened = pack ? pool.fewestFreeFirst(request.perItem().milliCpus()) : pool.mostFreeFirst();
        this.bestFirst = (pack ? fewestFree : fewestFree.reversed().thenComparingInt(candidate -> candidate.placed))
                .thenComparing(candidate -> candidate.agent.agentId());
        this.opened = new PriorityQueue<>(bestFirst);
    }

    /** Finds the place of an item, on an agent it should avoid only if there is no other. */
    Optional<Placement.Place> place(int item) {
        List<Candidate> avoided = new ArrayList<>();
        Candidate found = best();
        while (found != null && request.avoided().is(item, found.agent.agentId())) {
            avoided.add(found);
            found = best();
        }
        Candidate chosen = found != null || avoided.isEmpty() ? found : avoided.get(0);
        Optional<Placement.Place> place = Optional.ofNullable(chosen).map(candidate -> candidate.assign(item));
        opened.addAll(avoided);
        if (found != null) {
            opened.add(found);
        }
        return place;
    }

    /** Returns how many agents would have held an item but may not be used. */
    int unusable() {
        return unusable;
    }

    /** Returns whether the app's executor runs on every agent looked at, of which there was one. */
    boolean executorSeenEverywhere() {
        return seen > 0 && withExecutor == seen;
    }

    /** Takes the best agent that holds an item, or null if none does. */
    private Candidate best() {
        while (true) {
            openWhatIsBetter();
            Candidate best = opened.poll();
            if (best == null || best.fits()) {
                return best;
            }
        }
    }

    private void openWhatIsBetter() {
        while (peekUnopened() != null && (opened.isEmpty() || bestFirst.compare(next, opened.peek()) < 0)) {
            opened.add(next);
            next = null;
        }
    }

    /** Returns the next agent that may be used, or null if none is left that could hold an item. */
    private Candidate peekUnopened() {
        while (next == null && unopened.hasNext()) {
            Candidate candidate = new Candidate(request, unopened.next());
            if (candidate.freeCpus < request.perItem().milliCpus()) {
                return null;
            }
            seen++;
            withExecutor += candidate.executorCounted ? 1 : 0;
            if (usable.test(candidate.agent)) {
                next = candidate;
            } else if (candidate.fits()) {
                unusable++;
            }
        }
        return next;
    }

    /** What would be left of an agent if the items tried so far went there. */
    private static final class Candidate {

        private final Placement.Request request;
        private final AgentResources agent;
        private boolean executorCounted;
        private int placed;
        private long freeCpus;
        private long freeMemory;

        Candidate(Placement.Request request, AgentResources agent) {
            this.request = request;
            this.agent = agent;
            this.executorCounted = request.appName()
                    .map(app -> agent.hasExecutor(ExecutorIds.of(app, agent.agentId())))
                    .orElse(true);
            this.freeCpus = agent.free().milliCpus();
            this.freeMemory = agent.free().milliMb();
        }

        boolean fits() {
            return needed().fitsInto(new Amount(freeCpus, freeMemory));
        }

        Placement.Place assign(int item) {
            Amount needed = needed();
            boolean startsExecutor = !executorCounted;
            executorCounted = true;
            placed++;
            freeCpus -= needed.milliCpus();
            freeMemory -= needed.milliMb();
            return new Placement.Place(item, agent, startsExecutor);
        }

        private Amount needed() {
            return executorCounted ? request.perItem() : request.perItem().plus(request.executor());
        }
    }
}
