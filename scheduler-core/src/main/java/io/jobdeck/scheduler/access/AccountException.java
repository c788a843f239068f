package io.jobdeck.scheduler.access;

/**
 * An account or the file of accounts cannot be used as asked. The message is one line for people: what, where, and what
 * would be right. It holds no secret.
 */
public final class AccountException extends RuntimeException {

    /** @param message one line for people */
    public AccountException(String message) {
        super(message);
    }

    AccountException(String message, Throwable cause) {
        super(message, cause);
    }
}
