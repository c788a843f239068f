package io.jobdeck.scheduler.mesos.json;

/**
 * A text is not the JSON form of the message expected. The message is in Mesos' own words, fit to be the body of a 400
 * answer behind the prefix of its {@link #kind()}.
 */
public final class MesosJsonException extends RuntimeException {

    private final Kind kind;

    /** What the text fails to be. */
    public enum Kind {
        /** The text is not JSON; Mesos answers {@code Failed to parse body into JSON: }. */
        NOT_JSON,
        /** The text is JSON, but not of that message; Mesos answers {@code Failed to convert JSON into Call protobuf: }. */
        NOT_THE_MESSAGE
    }

    MesosJsonException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    MesosJsonException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
