package io.jobdeck.desktop.profile;

/** A text does not list connections. The message says what is wrong with it, in one line for people. */
public final class MalformedProfilesException extends Exception {

    public MalformedProfilesException(String message) {
        super(message);
    }

    public MalformedProfilesException(String message, Throwable cause) {
        super(message, cause);
    }
}
