package io.jobdeck.scheduler.mesos.insight;

import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.AgentsReport;
import io.jobdeck.scheduler.mesos.endpoints.AgentAddress;
import io.jobdeck.scheduler.mesos.endpoints.EndpointException;
import io.jobdeck.scheduler.mesos.endpoints.MasterAgent;
import io.jobdeck.scheduler.mesos.endpoints.MasterEndpoints;
import io.jobdeck.scheduler.mesos.endpoints.Registrar;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agents of the cluster, asked for at most every few seconds however many want to know. Safe on any thread; blocks. */
final class Agents {

    private static final Logger LOG = LoggerFactory.getLogger(Agents.class);
    private static final Duration REPORT_LIFETIME = Duration.ofSeconds(3);
    private static final Duration REGISTRAR_LIFETIME = Duration.ofSeconds(15);
    private static final Duration FAILURE_LIFETIME = Duration.ofSeconds(1);
    /** Masters remember unreachable agents for weeks, long after anybody cares. */
    private static final Duration UNREACHABLE_SHOWN = Duration.ofDays(1);
    private static final int HOSTS_REMEMBERED = 100_000;

    private final MasterEndpoints master;
    private final Map<String, TreeNode> nodes;
    private final Clock clock;
    private final Cached<Known> known;
    private final Cached<Registrar> registrar;
    /** Of an agent that is unreachable the master tells the id only. */
    private final Map<String, String> hosts = new ConcurrentHashMap<>();

    /**
     * What is known of the agents.
     *
     * @param report for people
     * @param addresses where agents listen, by id
     */
    record Known(AgentsReport report, Map<String, AgentAddress> addresses) { }

    Agents(MasterEndpoints master, Map<String, TreeNode> nodes, Clock clock, LongSupplier nanos) {
        this.master = master;
        this.nodes = nodes;
        this.clock = clock;
        this.known = new Cached<>(REPORT_LIFETIME, FAILURE_LIFETIME, nanos, this::look);
        this.registrar = new Cached<>(REGISTRAR_LIFETIME, REGISTRAR_LIFETIME, nanos, this::readRegistrar);
    }

    Known known() {
        return known.get();
    }

    private Known look() {
        List<MasterAgent> registered = readAgents();
        Map<String, Integer> executors = executors();
        Map<String, AgentSummary> summaries = new LinkedHashMap<>();
        Map<String, AgentAddress> addresses = new HashMap<>();
        for (MasterAgent agent : registered) {
            summaries.put(agent.id(), summary(agent, executors.getOrDefault(agent.id(), 0)));
            agent.address().ifPresent(address -> addresses.put(agent.id(), address));
            remember(agent.id(), agent.host());
        }
        addMissing(summaries, executors);
        List<AgentSummary> sorted = new ArrayList<>(summaries.values());
        sorted.sort(Comparator.comparing(AgentSummary::host).thenComparing(AgentSummary::id));
        return new Known(new AgentsReport(clock.instant(), sorted), Map.copyOf(addresses));
    }

    private List<MasterAgent> readAgents() {
        try {
            return master.agents();
        } catch (EndpointException e) {
            throw OperationException.unavailable("The agents cannot be shown: %s.".formatted(e.getMessage()), e);
        }
    }

    /** What only the registrar tells is left out where a master does not show it. */
    private Registrar readRegistrar() {
        try {
            return master.registrar();
        } catch (EndpointException e) {
            LOG.debug("The master does not show which agents are unreachable: {}", e.getMessage());
            return Registrar.EMPTY;
        }
    }

    private Map<String, Integer> executors() {
        String prefix = RegistryPaths.EXECUTORS + "/";
        Map<String, Integer> counts = new HashMap<>();
        nodes.keySet().forEach(path -> {
            if (path.startsWith(prefix)) {
                counts.merge(ExecutorIds.agentOf(path.substring(prefix.length())), 1, Integer::sum);
            }
        });
        return counts;
    }

    private void addMissing(Map<String, AgentSummary> summaries, Map<String, Integer> executors) {
        Registrar kept = registrar.get();
        kept.admitted().forEach((id, host) -> {
            remember(id, host);
            summaries.computeIfAbsent(id, missing ->
                    absent(id, host, AgentState.AWAITED, executors.getOrDefault(id, 0), Optional.empty()));
        });
        Instant oldest = clock.instant().minus(UNREACHABLE_SHOWN);
        kept.unreachable().forEach((id, since) -> {
            if (since.isAfter(oldest) || executors.containsKey(id)) {
                summaries.computeIfAbsent(id, missing -> absent(id, hosts.getOrDefault(id, ""), AgentState.UNREACHABLE,
                        executors.getOrDefault(id, 0), Optional.of(since)));
            }
        });
    }

    private void remember(String id, String host) {
        if (hosts.size() < HOSTS_REMEMBERED) {
            hosts.put(id, host);
        }
    }

    private static AgentSummary absent(String id, String host, AgentState state, int executors, Optional<Instant> since) {
        return new AgentSummary(id, host, state, "", Map.of(), AgentSummary.Resources.NONE, 0, executors, Optional.empty(), since);
    }

    private static AgentSummary summary(MasterAgent agent, int executors) {
        return new AgentSummary(agent.id(), agent.host(), state(agent), agent.version(), agent.attributes(),
                agent.resources(), agent.tasks(), executors, agent.registered(), Optional.empty());
    }

    private static AgentState state(MasterAgent agent) {
        return switch (agent.drainState()) {
            case "DRAINING" -> AgentState.DRAINING;
            case "DRAINED" -> AgentState.DRAINED;
            default -> agent.deactivated() ? AgentState.DEACTIVATED
                    : agent.active() ? AgentState.ACTIVE : AgentState.DISCONNECTED;
        };
    }
}
