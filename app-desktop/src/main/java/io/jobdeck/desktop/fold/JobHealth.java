package io.jobdeck.desktop.fold;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a job is doing, and what that is told from.
 *
 * @param conditions all that hold, in their order; at least one
 * @param oneOffRuns runs with a parameter or items of their own that wait
 * @param unreachableTasks tasks on agents that cannot be reached
 * @param stuckTasks tasks that take far longer than usual, or that neither start nor end
 * @param failingItems items that failed and are tried again
 * @param givenUpItems items that failed as often as they may and stay down
 * @param failure what was reported of the item that failed last; empty if none has, or nothing was reported
 * @param since since when the oldest of the stuck or unreachable tasks is so; empty if there is none
 */
public record JobHealth(
        Set<JobCondition> conditions,
        int oneOffRuns,
        int unreachableTasks,
        int stuckTasks,
        int failingItems,
        int givenUpItems,
        String failure,
        Optional<Instant> since) {

    /** A job of which only whether it may run is known. */
    static JobHealth of(JobState state) {
        JobCondition condition = switch (state) {
            case ENABLED -> JobCondition.IDLE;
            case DISABLED -> JobCondition.DISABLED;
            case APP_DISABLED -> JobCondition.APP_DISABLED;
            case INVALID -> JobCondition.INVALID;
        };
        return new JobHealth(EnumSet.of(condition), 0, 0, 0, 0, 0, "", Optional.empty());
    }

    public JobHealth {
        conditions = Collections.unmodifiableSet(EnumSet.copyOf(conditions));
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(since, "since");
    }

    /** Returns what is said of the job in one word. */
    public JobCondition condition() {
        return conditions.iterator().next();
    }
}
