package io.jobdeck.desktop.action;

import java.util.Objects;

/**
 * Whether an action can be done now.
 *
 * @param enabled whether it can
 * @param reason why it cannot, one sentence in the language chosen; empty if it can
 */
public record Availability(boolean enabled, String reason) {

    /** It can be done. */
    public static final Availability YES = new Availability(true, "");

    public Availability {
        Objects.requireNonNull(reason, "reason");
    }

    /** It cannot be done, for this reason. */
    public static Availability no(String reason) {
        return new Availability(false, reason);
    }
}
