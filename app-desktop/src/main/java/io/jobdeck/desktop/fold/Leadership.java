package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.LeaderInfo;
import java.util.Objects;
import java.util.Optional;

/**
 * Who leads.
 *
 * @param last the leader as it described itself last; it may be gone
 * @param candidates number of schedulers that are up, the leader included
 */
public record Leadership(Optional<LeaderInfo> last, int candidates) {

    /** Nobody has ever led. */
    public static final Leadership NONE = new Leadership(Optional.empty(), 0);

    public Leadership {
        Objects.requireNonNull(last, "last");
    }

    /** Returns the leader, if any scheduler is up. */
    public Optional<LeaderInfo> leader() {
        return candidates > 0 ? last : Optional.empty();
    }
}
