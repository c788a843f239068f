package io.jobdeck.scheduler.tls;

/** A key or a certificate cannot be used. The message is one line for people: the file, what is wrong, what would be right. */
public final class TlsException extends RuntimeException {

    TlsException(String message, Throwable cause) {
        super(message, cause);
    }
}
