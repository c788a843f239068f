package io.jobdeck.scheduler.codec;

import com.google.gson.JsonObject;
import io.jobdeck.scheduler.model.LaunchPolicy;
import io.jobdeck.scheduler.model.PlacementStrategy;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** The members of a job that make up its {@link LaunchPolicy}. Each stands there only when it is set. */
final class LaunchPolicyMembers {

    private static final String ATTEMPTS = "failoverMaxAttempts";
    private static final String PARTIAL = "partialLaunch";
    private static final String UNREACHABLE = "unreachableLimitSeconds";
    private static final String PLACEMENT = "placement";
    private static final int UNSET = -1;

    private LaunchPolicyMembers() {
    }

    static void write(JsonObject object, LaunchPolicy policy) {
        policy.failoverMaxAttempts().ifPresent(attempts -> object.addProperty(ATTEMPTS, attempts));
        if (policy.partialLaunch()) {
            object.addProperty(PARTIAL, true);
        }
        policy.unreachableLimit().ifPresent(limit -> object.addProperty(UNREACHABLE, limit.toSeconds()));
        policy.placement().ifPresent(placement -> object.addProperty(PLACEMENT, placement.name()));
    }

    static LaunchPolicy read(Members members) {
        int attempts = members.wholeAtLeast(ATTEMPTS, 1, UNSET);
        boolean partial = members.flag(PARTIAL, false);
        int unreachable = members.wholeAtLeast(UNREACHABLE, 0, UNSET);
        PlacementStrategy placement = members.constant(PLACEMENT, PlacementStrategy.class, null);
        return new LaunchPolicy(attempts == UNSET ? OptionalInt.empty() : OptionalInt.of(attempts), partial,
                unreachable == UNSET ? Optional.empty() : Optional.of(Duration.ofSeconds(unreachable)),
                Optional.ofNullable(placement));
    }
}
