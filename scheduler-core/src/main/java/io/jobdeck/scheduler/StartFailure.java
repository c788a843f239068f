package io.jobdeck.scheduler;

/** A scheduler cannot be started. The message is one line for people and says what to do about it. */
public final class StartFailure extends Exception {

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
