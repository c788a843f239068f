package io.jobdeck.scheduler.insight;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All agents at one moment.
 *
 * @param asOf when the master told so
 * @param agents by host name and id
 */
public record AgentsReport(Instant asOf, List<AgentSummary> agents) {

    public AgentsReport {
        Objects.requireNonNull(asOf, "asOf");
        agents = List.copyOf(agents);
    }

    /** Returns the agent of that id. */
    public Optional<AgentSummary> agent(String id) {
        return agents.stream().filter(agent -> agent.id().equals(id)).findFirst();
    }
}
