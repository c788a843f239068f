package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.simulation.SimulatedAgent.SimulatedExecutor;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.OfferID;

/** The offers that the master has made and that nobody has used, given back or withdrawn. */
final class SimulatedOffers {

    private final Map<OfferID, Offer> offers = new LinkedHashMap<>();
    private int made;

    /** Makes an offer of what an agent has free besides tasks, executors and other offers, if that is anything. */
    Optional<Offer> make(FrameworkID framework, SimulatedAgent agent, Collection<SimulatedTask> tasks,
            long mostMilliCpus) {
        Room all = free(agent, tasks);
        Room free = new Room(Math.min(mostMilliCpus, all.milliCpus()), all.milliMb() / 2);
        if (free.milliCpus() <= 0) {
            return Optional.empty();
        }
        Offer.Builder offer = Offer.newBuilder()
                .setId(OfferID.newBuilder().setValue("offer-" + ++made))
                .setFrameworkId(framework)
                .setAgentId(AgentID.newBuilder().setValue(agent.id()))
                .setHostname("one-host.example")
                .addAllResources(free.resources());
        agent.executors.keySet().forEach(id -> offer.addExecutorIds(ExecutorID.newBuilder().setValue(id)));
        offers.put(offer.getId(), offer.build());
        return Optional.of(offer.build());
    }

    private Room free(SimulatedAgent agent, Collection<SimulatedTask> tasks) {
        Room free = agent.capacity();
        for (SimulatedTask task : tasks) {
            if (task.id().agentId().equals(agent.id()) && !task.hasEnded()) {
                free = free.minus(Room.of(task.info().getResourcesList()));
            }
        }
        for (SimulatedExecutor executor : agent.executors.values()) {
            free = free.minus(Room.of(executor.info().getResourcesList()));
        }
        for (Offer offer : offers.values()) {
            if (offer.getAgentId().getValue().equals(agent.id())) {
                free = free.minus(Room.of(offer.getResourcesList()));
            }
        }
        return free;
    }

    /** Takes an offer back; returns it, or null if it is void. */
    Offer take(OfferID offer) {
        return offers.remove(offer);
    }

    /** Takes back the offers of an agent and returns which. */
    List<OfferID> takeAllOf(SimulatedAgent agent) {
        List<OfferID> taken = offers.values().stream()
                .filter(offer -> offer.getAgentId().getValue().equals(agent.id()))
                .map(Offer::getId).toList();
        taken.forEach(offers::remove);
        return taken;
    }

    void clear() {
        offers.clear();
    }
}
