package io.jobdeck.scheduler.embedded;

/** The embedded cluster cannot be started. The message says why, and what to do about it, in one line for people. */
public final class EmbeddedFailure extends Exception {

    EmbeddedFailure(String message) {
        super(message);
    }

    EmbeddedFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
