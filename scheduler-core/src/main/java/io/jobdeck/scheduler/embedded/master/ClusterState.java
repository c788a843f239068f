package io.jobdeck.scheduler.embedded.master;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.FrameworkID;

/** Everything the master knows, and the accounts that tie it together. Used by the master's thread only. */
final class ClusterState {

    private static final int MAX_COMPLETED_FRAMEWORKS = 50;

    private final String masterId;
    private final Map<String, Framework> frameworks = new LinkedHashMap<>();
    private final Deque<Framework> completed = new ArrayDeque<>();
    private final Set<String> removed = new HashSet<>();
    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Set<String> awaitedAgents = new HashSet<>();
    private final Map<String, HeldOffer> offers = new LinkedHashMap<>();
    private int nextFramework;
    private int nextAgent;
    private long nextOffer;

    ClusterState(String masterId) {
        this.masterId = masterId;
    }

    String masterId() {
        return masterId;
    }

    FrameworkID newFrameworkId() {
        return FrameworkID.newBuilder().setValue("%s-%04d".formatted(masterId, nextFramework++)).build();
    }

    AgentID newAgentId() {
        return AgentID.newBuilder().setValue(masterId + "-S" + nextAgent++).build();
    }

    Collection<Framework> frameworks() {
        return List.copyOf(frameworks.values());
    }

    /** Returns the frameworks that are gone, the last {@value #MAX_COMPLETED_FRAMEWORKS}. */
    Collection<Framework> completedFrameworks() {
        return completed;
    }

    Optional<Framework> framework(FrameworkID id) {
        return Optional.ofNullable(frameworks.get(id.getValue()));
    }

    void add(Framework framework) {
        frameworks.put(framework.name(), framework);
    }

    boolean isRemoved(FrameworkID id) {
        return removed.contains(id.getValue());
    }

    void remove(Framework framework) {
        frameworks.remove(framework.name());
        removed.add(framework.name());
        completed.addLast(framework);
        if (completed.size() > MAX_COMPLETED_FRAMEWORKS) {
            completed.removeFirst();
        }
    }

    Collection<Agent> agents() {
        return List.copyOf(agents.values());
    }

    Optional<Agent> agent(AgentID id) {
        return agent(id.getValue());
    }

    Optional<Agent> agent(String id) {
        return Optional.ofNullable(agents.get(id));
    }

    void add(Agent agent) {
        agents.put(agent.id().getValue(), agent);
        awaitedAgents.remove(agent.id().getValue());
    }

    void remove(Agent agent) {
        agents.remove(agent.id().getValue(), agent);
        frameworks.values().forEach(framework -> framework.filters().forget(agent.id().getValue()));
    }

    /** Agents of an earlier master that have not come back yet, whose tasks nobody knows. */
    Set<String> awaitedAgents() {
        return awaitedAgents;
    }

    Optional<HeldOffer> offer(String id) {
        return Optional.ofNullable(offers.get(id));
    }

    HeldOffer offer(Framework framework, Agent agent, String role, ResourceSet resources) {
        HeldOffer offer = new HeldOffer(masterId + "-O" + nextOffer++, framework, agent, role, resources);
        offers.put(offer.id(), offer);
        framework.offers().add(offer);
        agent.offer(offer);
        return offer;
    }

    void takeBack(HeldOffer offer) {
        offers.remove(offer.id());
        offer.framework().offers().remove(offer);
        offer.agent().takeBack(offer);
    }

    /** Enters a task of an agent and takes its resources, unless it has ended. */
    void add(Framework framework, Agent agent, Task task) {
        framework.addTask(task);
        if (Task.isEnd(task.latest())) {
            task.release();
        } else {
            agent.use(task.resources());
        }
    }

    /** Gives a task's resources back, once. */
    void release(Task task) {
        if (task.release()) {
            agent(task.agentId()).ifPresent(agent -> agent.free(task.resources()));
        }
    }
}
