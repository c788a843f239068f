package io.jobdeck.scheduler.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a job may say about its launches beyond what 2.1.5 knows. Its members stand in the job's config only when they
 * are set; 2.1.5 skips them.
 *
 * @param failoverMaxAttempts how often an item is launched in all before a failing one is given up, at least 1; empty for
 *     the cluster's setting
 * @param partialLaunch whether a run may begin with some of its items while others still wait for resources
 * @param unreachableLimit how long a task on an unreachable agent is waited for; empty for the cluster's setting
 * @param placement how its items are laid out; empty for the cluster's setting
 */
public record LaunchPolicy(
        OptionalInt failoverMaxAttempts,
        boolean partialLaunch,
        Optional<Duration> unreachableLimit,
        Optional<PlacementStrategy> placement) {

    /** The policy of a job that says nothing. */
    public static final LaunchPolicy STANDARD =
            new LaunchPolicy(OptionalInt.empty(), false, Optional.empty(), Optional.empty());

    public LaunchPolicy {
        Objects.requireNonNull(failoverMaxAttempts, "failoverMaxAttempts");
        Objects.requireNonNull(unreachableLimit, "unreachableLimit");
        Objects.requireNonNull(placement, "placement");
    }
}
