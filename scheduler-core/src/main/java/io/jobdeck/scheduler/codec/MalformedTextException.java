package io.jobdeck.scheduler.codec;

/** A text is not what it should be. */
public final class MalformedTextException extends RuntimeException {

    public MalformedTextException(String message) {
        super(message);
    }

    public MalformedTextException(String message, Throwable cause) {
        super(message, cause);
    }
}
