package io.jobdeck.scheduler.model;

import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What holds for the whole cluster; of launches, for all jobs that say nothing else in their {@link LaunchPolicy}.
 *
 * @param placement how the items of a run are laid out
 * @param unreachableLimit how long a task on an unreachable agent is waited for
 * @param failoverMaxAttempts how often an item is launched in all before a failing one is given up; empty for no limit
 * @param queueSize most jobs in each of the ready, failover and disabled queues, at least 1 (spec section 2.3)
 * @param auditEntries most entries of the audit trail that are kept in the registry; none if 0
 */
public record ClusterPolicy(
        PlacementStrategy placement,
        Duration unreachableLimit,
        OptionalInt failoverMaxAttempts,
        int queueSize,
        int auditEntries) {

    /** Spreads, waits ten minutes, never gives up, takes 10 000 jobs in each queue, and keeps 1 000 audit entries. */
    public static final ClusterPolicy STANDARD =
            new ClusterPolicy(PlacementStrategy.SPREAD, Duration.ofMinutes(10), OptionalInt.empty(), 10_000, 1_000);

    public ClusterPolicy {
        Objects.requireNonNull(placement, "placement");
        Objects.requireNonNull(unreachableLimit, "unreachableLimit");
        Objects.requireNonNull(failoverMaxAttempts, "failoverMaxAttempts");
    }

    /** Returns how the items of the job are laid out. */
    public PlacementStrategy placementOf(JobConfig job) {
        return job.policy().placement().orElse(placement);
    }

    /** Returns how long a task of the job on an unreachable agent is waited for. */
    public Duration unreachableLimitOf(JobConfig job) {
        return job.policy().unreachableLimit().orElse(unreachableLimit);
    }

    /** Returns how often an item of the job is launched in all; empty for no limit. */
    public OptionalInt failoverMaxAttemptsOf(JobConfig job) {
        return job.policy().failoverMaxAttempts().isPresent() ? job.policy().failoverMaxAttempts() : failoverMaxAttempts;
    }
}
