package io.jobdeck.desktop.fold;

import java.util.Objects;

/**
 * What keeps a job or an app from working, whatever its state.
 *
 * @param kind what is wrong
 * @param detail the cause in one line, or the name of what is missing
 */
public record Problem(Kind kind, String detail) {

    /** What can be wrong. */
    public enum Kind {
        /** The stored text is no config. */
        UNREADABLE,
        /** The app of the job does not exist. */
        NO_APP,
        /** The cron is none. */
        BAD_CRON
    }

    public Problem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
    }
}
