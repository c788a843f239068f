package io.jobdeck.scheduler.embedded.master;

import io.jobdeck.scheduler.embedded.cluster.AgentGateway;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.ExecutorInfo;

/** A registered agent with what is taken of its resources. Used by the master's thread only. */
final class Agent {

    private final AgentID id;
    private final AgentInfo info;
    private final AgentGateway gateway;
    private final Instant registered = Instant.now();
    private final ResourceSet total;
    private final Map<String, Map<String, ExecutorInfo>> executors = new LinkedHashMap<>();
    private final Set<HeldOffer> offers = new LinkedHashSet<>();
    private ResourceSet used = ResourceSet.EMPTY;
    private ResourceSet offered = ResourceSet.EMPTY;

    Agent(AgentID id, AgentInfo info, AgentGateway gateway) {
        this.id = id;
        this.info = info;
        this.gateway = gateway;
        this.total = ResourceSet.of(info.getResourcesList());
    }

    AgentID id() {
        return id;
    }

    AgentInfo info() {
        return info;
    }

    AgentGateway gateway() {
        return gateway;
    }

    Instant registered() {
        return registered;
    }

    ResourceSet total() {
        return total;
    }

    ResourceSet used() {
        return used;
    }

    ResourceSet offered() {
        return offered;
    }

    ResourceSet available() {
        return total.minus(used).minus(offered);
    }

    Set<HeldOffer> offers() {
        return offers;
    }

    void offer(HeldOffer offer) {
        offers.add(offer);
        offered = offered.plus(offer.resources());
    }

    void takeBack(HeldOffer offer) {
        if (offers.remove(offer)) {
            offered = offered.minus(offer.resources());
        }
    }

    void use(ResourceSet resources) {
        used = used.plus(resources);
    }

    void free(ResourceSet resources) {
        used = used.minus(resources);
    }

    /** Returns the executors that a framework has here, in order of their start. */
    List<ExecutorInfo> executors(String framework) {
        return List.copyOf(executors.getOrDefault(framework, Map.of()).values());
    }

    Optional<ExecutorInfo> executor(String framework, String executor) {
        return Optional.ofNullable(executors.getOrDefault(framework, Map.of()).get(executor));
    }

    /** Remembers an executor; its resources are taken once, however many tasks it gets. */
    void addExecutor(String framework, ExecutorInfo executor) {
        Map<String, ExecutorInfo> its = executors.computeIfAbsent(framework, any -> new LinkedHashMap<>());
        if (its.put(executor.getExecutorId().getValue(), executor) == null) {
            use(ResourceSet.of(executor.getResourcesList()));
        }
    }

    /** Forgets an executor and gives its resources back. */
    Optional<ExecutorInfo> removeExecutor(String framework, String executor) {
        ExecutorInfo gone = executors.getOrDefault(framework, Map.of()).remove(executor);
        if (gone != null) {
            free(ResourceSet.of(gone.getResourcesList()));
        }
        return Optional.ofNullable(gone);
    }

    @Override
    public String toString() {
        return id.getValue() + " at " + info.getHostname();
    }
}
