package io.jobdeck.scheduler.rest.events;

import java.util.Optional;
import java.util.Set;

/**
 * Which changes a client wants to hear of.
 *
 * @param kinds their kinds; none for all
 * @param job only those of this job; empty for all
 */
public record EventFilter(Set<EventKind> kinds, Optional<String> job) {

    public EventFilter {
        kinds = Set.copyOf(kinds);
    }

    boolean takes(Entry.Changed change) {
        return (kinds.isEmpty() || kinds.contains(change.kind()))
                && (job.isEmpty() || change.ofJob() && change.owner().equals(job.get()));
    }
}
