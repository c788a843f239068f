package io.jobdeck.desktop.insight;

import io.jobdeck.scheduler.operations.OperationException;
import java.util.Objects;

/**
 * Why something cannot be shown.
 *
 * @param kind what it is, by which its heading and its icon are chosen
 * @param message one line for people, as the scheduler says it
 */
public record Trouble(Kind kind, String message) {

    /** What the matter is. */
    public enum Kind {
        /** Scheduler, master or agent cannot be reached. */
        AWAY,
        /** There is none yet. */
        NOT_YET,
        /** There is none any more. */
        GONE,
        /** The person may not see it. */
        FORBIDDEN;

        static Kind of(OperationException.Kind refusal) {
            return switch (refusal) {
                case NOT_FOUND, INVALID -> GONE;
                case CONFLICT, STALE -> NOT_YET;
                case UNAUTHENTICATED, FORBIDDEN -> FORBIDDEN;
                case UNAVAILABLE, TOO_SOON -> AWAY;
            };
        }
    }

    public Trouble {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
    }
}
