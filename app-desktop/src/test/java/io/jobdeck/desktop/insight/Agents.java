package io.jobdeck.desktop.insight;

import io.jobdeck.scheduler.insight.AgentResources;
import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentSummary;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Agents for tests. */
public final class Agents {

    private Agents() {
    }

    /** Returns an agent {@code Sn} at {@code agent-n} that takes tasks. */
    public static AgentSummary active(int number, double cpus, double used) {
        return in(number, AgentState.ACTIVE, cpus, used);
    }

    public static AgentSummary in(int number, AgentState state, double cpus, double used) {
        return new AgentSummary("S" + number, "agent-" + number, state, "1.11.1", Map.of("rack", "r" + number % 3),
                new AgentSummary.Resources(new AgentResources(cpus, cpus * 8192, 100_000, 0),
                        new AgentResources(used, used * 8192, 0, 0), new AgentResources(cpus / 8, 0, 0, 0), AgentResources.NONE),
                (int) (used * 4), 1, Optional.of(Instant.parse("2026-11-22T09:00:00Z")), Optional.empty());
    }

    /** Returns an agent of which only the id is known. */
    public static AgentSummary absent(int number, AgentState state) {
        return new AgentSummary("S" + number, "", state, "", Map.of(), AgentSummary.Resources.NONE, 0, 2, Optional.empty(),
                Optional.of(Instant.parse("2026-11-22T09:30:00Z")));
    }
}
