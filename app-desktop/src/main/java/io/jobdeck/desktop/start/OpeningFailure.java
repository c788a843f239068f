package io.jobdeck.desktop.start;

/** A cluster cannot be opened. The message says why, and what to do about it, in one line for people. */
public final class OpeningFailure extends Exception {

    public OpeningFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
