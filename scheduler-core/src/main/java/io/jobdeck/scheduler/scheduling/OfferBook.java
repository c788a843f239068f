package io.jobdeck.scheduler.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.Protos.OfferID;

/**
 * The offers at hand. None is held longer than a bound; when nothing waits Mesos is asked to make no more, and asked for
 * them again as soon as something does, so that other frameworks never starve (spec section 14.9).
 */
final class OfferBook {

    private static final Duration HOLD = Duration.ofSeconds(5);
    private static final Duration REVIVE_INTERVAL = Duration.ofSeconds(1);
    private static final double REFUSE_SECONDS_WHILE_WAITING = 1;
    /** Has no effect beyond the suppression, which ends all filters when it ends. */
    private static final double REFUSE_SECONDS_WHILE_IDLE = 3600;

    private final MesosCalls mesos;
    private final Loop loop;
    private final Map<String, Map<OfferID, Held>> byAgent = new LinkedHashMap<>();
    private final Map<OfferID, String> agentOf = new HashMap<>();
    private final Map<String, AgentResources> resources = new HashMap<>();
    private AgentPool pool = new AgentPool(List.of());
    private boolean suppressed;
    private boolean workWaits;
    private Instant nextRevive = Instant.MIN;
    private boolean reviveDue;
    private boolean sweepDue;

    OfferBook(MesosCalls mesos, Loop loop) {
        this.mesos = mesos;
        this.loop = loop;
    }

    void add(Offer offer) {
        String agent = offer.getAgentId().getValue();
        byAgent.computeIfAbsent(agent, id -> new LinkedHashMap<>())
                .put(offer.getId(), new Held(offer, loop.clock().instant()));
        agentOf.put(offer.getId(), agent);
        lookAgainAt(agent);
        sweepLater();
    }

    /** The offer is withdrawn. */
    void remove(OfferID offer) {
        String agent = agentOf.remove(offer);
        if (agent != null) {
            byAgent.computeIfPresent(agent, (id, offers) -> {
                offers.remove(offer);
                return offers.isEmpty() ? null : offers;
            });
            lookAgainAt(agent);
        }
    }

    private void lookAgainAt(String agentId) {
        AgentResources before = resources.remove(agentId);
        if (before != null) {
            pool.remove(before);
        }
        Map<OfferID, Held> offers = byAgent.getOrDefault(agentId, Map.of());
        if (!offers.isEmpty()) {
            AgentResources agent = new AgentResources(agentId, offers.values().iterator().next().offer().getHostname());
            offers.values().forEach(held -> agent.add(held.offer()));
            resources.put(agentId, agent);
            pool.add(agent);
        }
    }

    /** An executor has ended, so what an agent still offers is offered without it. */
    void executorEnded(String agentId, String executorId) {
        byAgent.computeIfPresent(agentId, (id, offers) -> {
            offers.replaceAll((offer, held) -> held.without(executorId));
            return offers;
        });
        lookAgainAt(agentId);
    }

    /** A connection has ended: its offers are void and the next one starts unsuppressed. */
    void clear() {
        byAgent.clear();
        agentOf.clear();
        resources.clear();
        pool = new AgentPool(List.of());
        suppressed = false;
    }

    int size() {
        return agentOf.size();
    }

    /** Returns how long the oldest offer has been held; zero if none is. */
    Duration oldest() {
        Instant now = loop.clock().instant();
        return byAgent.values().stream().flatMap(offers -> offers.values().stream())
                .map(held -> Duration.between(held.since(), now)).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    boolean isEmpty() {
        return byAgent.isEmpty();
    }

    /**
     * Returns the agents with what they offer. Whoever takes anything of an agent says so with {@link #use} before more
     * offers come or go.
     */
    AgentPool agents() {
        return pool;
    }

    /** The offers of an agent are used up by a launch. */
    void use(AgentResources agent) {
        List.copyOf(agent.offers()).forEach(this::remove);
    }

    /** Tells whether anything waits for resources, which decides whether offers are wanted. */
    void setWorkWaits(boolean waits) {
        workWaits = waits;
        if (waits) {
            askForOffers();
        }
    }

    /** Accepted offers were not used up: what is left of them can be offered again at once. */
    void remainderIsBack() {
        nextRevive = Instant.MIN;
        if (workWaits) {
            askForOffers();
        }
    }

    private void askForOffers() {
        Instant now = loop.clock().instant();
        if (!now.isBefore(nextRevive)) {
            suppressed = false;
            nextRevive = now.plus(REVIVE_INTERVAL);
            mesos.revive();
        } else if (!reviveDue) {
            reviveDue = true;
            loop.after(Duration.between(now, nextRevive), () -> {
                reviveDue = false;
                if (workWaits) {
                    askForOffers();
                }
            });
        }
    }

    private void sweepLater() {
        if (!sweepDue) {
            sweepDue = true;
            loop.after(HOLD, this::sweep);
        }
    }

    private void sweep() {
        sweepDue = false;
        Instant limit = loop.clock().instant().minus(HOLD);
        List<OfferID> old = byAgent.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .filter(held -> !held.since().isAfter(limit))
                .map(held -> held.offer().getId())
                .toList();
        if (!old.isEmpty()) {
            old.forEach(this::remove);
            giveBack(old);
        }
        if (!isEmpty()) {
            sweepLater();
        }
    }

    private void giveBack(List<OfferID> offers) {
        mesos.decline(offers, workWaits ? REFUSE_SECONDS_WHILE_WAITING : REFUSE_SECONDS_WHILE_IDLE);
        if (!workWaits && !suppressed) {
            suppressed = true;
            mesos.suppress();
        }
    }

    private record Held(Offer offer, Instant since) {

        Held without(String executorId) {
            List<ExecutorID> others = offer.getExecutorIdsList().stream()
                    .filter(id -> !id.getValue().equals(executorId)).toList();
            return new Held(offer.toBuilder().clearExecutorIds().addAllExecutorIds(others).build(), since);
        }
    }
}
