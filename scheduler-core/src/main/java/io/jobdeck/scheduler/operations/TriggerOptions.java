package io.jobdeck.scheduler.operations;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What run is wanted.
 *
 * @param addRun whether a run is added whatever is waiting; otherwise the misfire rule of spec section 5.3 decides. A run
 *     with a parameter or items of its own is always added. Means nothing for a daemon.
 * @param jobParameter used for this run instead of the job's; empty for the job's own
 * @param items the items to run; none for all
 */
public record TriggerOptions(boolean addRun, Optional<String> jobParameter, SortedSet<Integer> items) {

    /** An ordinary run under the misfire rule. */
    public static final TriggerOptions STANDARD = new TriggerOptions(false, Optional.empty(), Collections.emptySortedSet());

    public TriggerOptions {
        Objects.requireNonNull(jobParameter, "jobParameter");
        items = Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }

    /** Returns whether the run differs from the job's ordinary ones. */
    public boolean isOneOff() {
        return jobParameter.isPresent() || !items.isEmpty();
    }
}
