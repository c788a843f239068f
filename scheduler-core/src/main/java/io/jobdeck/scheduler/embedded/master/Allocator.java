package io.jobdeck.scheduler.embedded.master;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ArrayList;
import java.util.function.LongSupplier;
import org.apache.mesos.v1.Protos.FrameworkInfo.Capability;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.scheduler.Protos.Event;

/**
 * Offers what is free to the framework that has the least, all of an agent's free resources in one offer, as Mesos'
 * hierarchical allocator does for frameworks without quota. Used by the master's thread only.
 */
final class Allocator {

    /** Less than this of both is not worth an offer (Mesos' min_allocatable_resources). */
    private static final double MIN_CPUS = 0.01;
    private static final double MIN_MEM_MB = 32;

    private final ClusterState state;
    private final OfferShape shape = new OfferShape();
    private final LongSupplier nanos;

    /** @param nanos the clock, in nanoseconds, that filters expire by */
    Allocator(ClusterState state, LongSupplier nanos) {
        this.state = state;
        this.nanos = nanos;
    }

    /** Offers whatever is free anywhere. */
    void allocate() {
        allocate(state.agents());
    }

    /** Offers what is free on these agents, in one OFFERS event for each framework that gets something. */
    void allocate(Collection<Agent> agents) {
        List<Framework> connected = state.frameworks().stream().filter(Framework::isConnected).toList();
        if (connected.isEmpty()) {
            return;
        }
        Map<Framework, List<Offer>> given = new LinkedHashMap<>();
        for (Agent agent : agents) {
            ResourceSet free = agent.available();
            if (isWorthOffering(free)) {
                taker(connected, agent, free).ifPresent(taker -> given
                        .computeIfAbsent(taker.framework, any -> new ArrayList<>())
                        .add(shape.of(state.offer(taker.framework, agent, taker.role, free))));
            }
        }
        given.forEach(Allocator::send);
    }

    private static void send(Framework framework, List<Offer> offers) {
        framework.send(Event.newBuilder()
                .setType(Event.Type.OFFERS)
                .setOffers(Event.Offers.newBuilder().addAllOffers(offers))
                .build());
    }

    private static boolean isWorthOffering(ResourceSet free) {
        return free.scalar("cpus") >= MIN_CPUS || free.scalar("mem") >= MIN_MEM_MB;
    }

    private record Taker(Framework framework, String role) { }

    private Optional<Taker> taker(List<Framework> connected, Agent agent, ResourceSet free) {
        long now = nanos.getAsLong();
        List<Taker> takers = connected.stream()
                .flatMap(framework -> framework.wantingRoles().stream()
                        .filter(role -> !framework.filters().refuses(agent.id().getValue(), role, free, now))
                        .limit(1)
                        .map(role -> new Taker(framework, role)))
                .toList();
        return takers.size() < 2 ? takers.stream().findFirst() : takers.stream()
                .min(Comparator.comparingDouble(taker -> share(taker.framework)));
    }

    /** The larger a framework's part of the cluster already is, the later it is offered more. */
    private double share(Framework framework) {
        ResourceSet total = ResourceSet.EMPTY;
        for (Agent agent : state.agents()) {
            total = total.plus(agent.total());
        }
        ResourceSet taken = ResourceSet.EMPTY;
        for (HeldOffer offer : framework.offers()) {
            taken = taken.plus(offer.resources());
        }
        for (Task task : framework.tasks()) {
            taken = task.isReleased() ? taken : taken.plus(task.resources());
        }
        return taken.dominantShareOf(total);
    }

    /**
     * A framework gives offered resources back.
     *
     * @param rest what is left of the offer
     * @param refuseSeconds for how long nothing like it is wanted
     */
    void giveBack(HeldOffer offer, ResourceSet rest, double refuseSeconds) {
        state.takeBack(offer);
        offer.framework().filters().refuse(
                offer.agent().id().getValue(), offer.role(), rest, refuseSeconds, nanos.getAsLong());
    }

    /** Takes an offer back that its framework still believes to hold. */
    void rescind(HeldOffer offer) {
        state.takeBack(offer);
        offer.framework().send(Event.newBuilder()
                .setType(Event.Type.RESCIND)
                .setRescind(Event.Rescind.newBuilder().setOfferId(OfferShape.id(offer)))
                .build());
    }

    /** Takes all offers of a framework back without a word, as when its connection is gone. */
    void takeBackAll(Framework framework) {
        List.copyOf(framework.offers()).forEach(state::takeBack);
    }

    /** Whether allocated resources are labelled with their role. */
    static boolean isMultiRole(Framework framework) {
        return framework.has(Capability.Type.MULTI_ROLE);
    }
}
