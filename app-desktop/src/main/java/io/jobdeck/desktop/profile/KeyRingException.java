package io.jobdeck.desktop.profile;

/** The key ring does not keep something. The message is one line for people, without the secret. */
public final class KeyRingException extends Exception {

    public KeyRingException(String message, Throwable cause) {
        super(message, cause);
    }
}
