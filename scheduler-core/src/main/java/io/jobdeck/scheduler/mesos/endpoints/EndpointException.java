package io.jobdeck.scheduler.mesos.endpoints;

import java.util.Objects;

/** A master or an agent did not answer as it should. The message is a part of a sentence for people, such as "connection refused". */
public final class EndpointException extends Exception {

    /** What is the matter. */
    public enum Kind {
        /** It cannot be reached, or does not answer in time. */
        AWAY,
        /** It answered that there is no such thing. */
        NOT_FOUND,
        /** It refuses the question itself. */
        BAD_REQUEST,
        /** It refuses, for another reason. */
        REFUSED,
        /** Its answer is too long, or is not understood. */
        ODD
    }

    private final Kind kind;

    EndpointException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
    }

    EndpointException(Kind kind, String message) {
        this(kind, message, null);
    }

    /** Returns what is the matter. */
    public Kind kind() {
        return kind;
    }
}
