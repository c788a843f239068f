package io.jobdeck.desktop.insight;

import io.jobdeck.scheduler.insight.AgentsReport;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of the agents.
 *
 * @param report the newest, empty before the first
 * @param trouble why there is no newer one, while there is none
 */
public record AgentsNews(Optional<AgentsReport> report, Optional<Trouble> trouble) {

    /** Nothing is known, and nobody has said why. */
    public static final AgentsNews NONE = new AgentsNews(Optional.empty(), Optional.empty());

    public AgentsNews {
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(trouble, "trouble");
    }

    /** Returns whether the first answer is still awaited. */
    public boolean isLoading() {
        return report.isEmpty() && trouble.isEmpty();
    }
}
