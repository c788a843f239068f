package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A run of a transient job that somebody asked for with a parameter or items of its own. It waits beside the ready queue,
 * whose counts 2.1.5 reads, and is launched before the runs counted there.
 *
 * @param runId names the request and then the run, a UUID
 * @param jobName the job
 * @param jobParameter used instead of the job's; empty for the job's own
 * @param items the items to run, ascending; none for all
 * @param by who asked
 * @param at when
 */
public record OneOffRun(String runId, String jobName, Optional<String> jobParameter, SortedSet<Integer> items, String by,
        Instant at) {

    public OneOffRun {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(jobName, "jobName");
        Objects.requireNonNull(jobParameter, "jobParameter");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        items = Collections.unmodifiableSortedSet(new TreeSet<>(items));
    }
}
