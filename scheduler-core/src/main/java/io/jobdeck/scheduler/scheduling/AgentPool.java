package io.jobdeck.scheduler.scheduling;

import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The agents with offers at hand, in the order of the cpus they have free. Two agents of one host name stay two (spec
 * section 14.8).
 */
final class AgentPool {

    private final NavigableMap<Place, AgentResources> byFreeCpus = new TreeMap<>();

    AgentPool(Collection<AgentResources> agents) {
        agents.forEach(this::add);
    }

    void add(AgentResources agent) {
        byFreeCpus.put(Place.of(agent), agent);
    }

    /** Takes an agent out, which must be done before anything of it is used. */
    void remove(AgentResources agent) {
        byFreeCpus.remove(Place.of(agent));
    }

    boolean isEmpty() {
        return byFreeCpus.isEmpty();
    }

    int size() {
        return byFreeCpus.size();
    }

    /** Returns the agents from the one with the most cpus free downwards. */
    Iterator<AgentResources> mostFreeFirst() {
        return byFreeCpus.descendingMap().values().iterator();
    }

    /** Returns the agents with at least so many cpus free, from the one with the fewest upwards. */
    Iterator<AgentResources> fewestFreeFirst(long milliCpus) {
        return byFreeCpus.tailMap(new Place(milliCpus, ""), true).values().iterator();
    }

    /** Where an agent stands in the order. */
    private record Place(long milliCpus, String agentId) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::milliCpus).thenComparing(Place::agentId);

        static Place of(AgentResources agent) {
            return new Place(agent.free().milliCpus(), agent.agentId());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
