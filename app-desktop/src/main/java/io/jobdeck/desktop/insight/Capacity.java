package io.jobdeck.desktop.insight;

import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.AgentsReport;
import java.time.Instant;
import java.util.List;

/**
 * What the cluster has in all.
 *
 * @param resources those of the agents that can be used; free is what neither executors nor tasks have
 * @param usable how many agents those are
 * @param agents how many agents there are
 * @param asOf when that was so
 */
public record Capacity(AgentSummary.Resources resources, int usable, int agents, Instant asOf) {

    static Capacity of(AgentsReport report) {
        List<AgentSummary> usable = report.agents().stream().filter(agent -> agent.state().isUsable()).toList();
        return new Capacity(usable.stream().map(AgentSummary::resources)
                .reduce(AgentSummary.Resources.NONE, AgentSummary.Resources::plus), usable.size(), report.agents().size(), report.asOf());
    }
}
