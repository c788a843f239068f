package io.jobdeck.desktop.options;

import java.time.Duration;
import java.util.Optional;

/** For how long something is disabled. */
public enum DisableFor {
    /** Until somebody enables it. */
    GOOD(null),
    QUARTER_HOUR(Duration.ofMinutes(15)),
    HOUR(Duration.ofHours(1)),
    FOUR_HOURS(Duration.ofHours(4)),
    DAY(Duration.ofDays(1)),
    /** Until a time of its own. */
    UNTIL(null);

    private final Duration length;

    DisableFor(Duration length) {
        this.length = length;
    }

    /** Returns how long that is; empty if it is not a length. */
    public Optional<Duration> length() {
        return Optional.ofNullable(length);
    }
}
