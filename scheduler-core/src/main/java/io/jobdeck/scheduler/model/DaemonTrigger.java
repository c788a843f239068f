package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A request that the tasks of a daemon job fire once, now. It stays until every item it concerns has taken it, so an
 * executor that is away just then still gets it.
 *
 * @param triggerId names the request, a UUID; executors take each once
 * @param jobParameter used for this firing instead of the job's; empty for the job's own
 * @param items the items that have still to take it, ascending
 * @param by who asked
 * @param at when
 */
public record DaemonTrigger(String triggerId, Optional<String> jobParameter, SortedSet<Integer> items, String by,
        Instant at) {

    public DaemonTrigger {
        Objects.requireNonNull(triggerId, "triggerId");
        Objects.requireNonNull(jobParameter, "jobParameter");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        items = Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }
}
