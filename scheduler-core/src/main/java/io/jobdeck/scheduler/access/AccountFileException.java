package io.jobdeck.scheduler.access;

/** A file of accounts cannot be used. The message is one line for people: the file, the line, and what would be right. */
public final class AccountFileException extends RuntimeException {

    AccountFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
