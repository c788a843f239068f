package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A run of a transient job that somebody asked for with a parameter or items of its own, or what is left of a run of which
 * a part has been launched already. It waits beside the ready queue,
 * whose counts 2.1.5 reads, and is launched before the runs counted there.
 *
 * @param runId names the request and then the run, a UUID
 * @param jobName the job
 * @param jobParameter used instead of the job's; empty for the job's own
 * @param items the items to run, ascending; none for all
 * @param by who asked
 * @param at when
 * @param launches in how many parts its other items have been launched; 0 if none has
 */
public record OneOffRun(String runId, String jobName, Optional<String> jobParameter, SortedSet<Integer> items, String by,
        Instant at, int launches) {

    public OneOffRun {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(jobName, "jobName");
        Objects.requireNonNull(jobParameter, "jobParameter");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        if (launches < 0) {
            throw new IllegalArgumentException("launches must not be negative, is " + launches);
        }
        items = Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }

    /** A run of which nothing has been launched. */
    public OneOffRun(String runId, String jobName, Optional<String> jobParameter, SortedSet<Integer> items, String by,
            Instant at) {
        this(runId, jobName, jobParameter, items, by, at, 0);
    }

    /** Returns the same run with other items. */
    public OneOffRun withItems(SortedSet<Integer> others) {
        return new OneOffRun(runId, jobName, jobParameter, others, by, at, launches);
    }

    /** Returns what is left of the run once a part of it has been launched. */
    public OneOffRun rest(SortedSet<Integer> left) {
        return new OneOffRun(runId, jobName, jobParameter, left, by, at, launches + 1);
    }

    /** Returns whether a part of it has been launched. */
    public boolean hasBegun() {
        return launches > 0;
    }
}
