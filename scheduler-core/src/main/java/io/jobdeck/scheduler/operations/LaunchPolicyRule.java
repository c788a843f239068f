package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.model.LaunchPolicy;
import java.time.Duration;

/** Bounds of what a job may say about its launches beyond what 2.1.5 knows. */
final class LaunchPolicyRule {

    static final int MOST_ATTEMPTS = 1_000;
    static final Duration LONGEST_WAIT = Duration.ofDays(365);

    private LaunchPolicyRule() {
    }

    static void check(Problems problems, LaunchPolicy policy) {
        policy.failoverMaxAttempts().ifPresent(attempts -> {
            if (attempts < 1 || attempts > MOST_ATTEMPTS) {
                problems.add("failoverMaxAttempts", "must be between 1 and %d, is %d.".formatted(MOST_ATTEMPTS, attempts));
            }
        });
        policy.unreachableLimit().ifPresent(limit -> {
            if (limit.isNegative() || limit.compareTo(LONGEST_WAIT) > 0 || limit.getNano() != 0) {
                problems.add("unreachableLimitSeconds", "must be whole seconds between 0 and %d, is %s."
                        .formatted(LONGEST_WAIT.toSeconds(), seconds(limit)));
            }
        });
    }

    private static String seconds(Duration limit) {
        return limit.getNano() == 0 ? Long.toString(limit.toSeconds()) : limit.toString();
    }
}
