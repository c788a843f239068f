package io.jobdeck.scheduler.embedded.agent;

import java.io.IOException;

/** A file that a command needs could not be brought into its sandbox; the message says which and why. */
final class FetchException extends IOException {

    FetchException(String message) {
        super(message);
    }

    FetchException(String message, Throwable cause) {
        super(message, cause);
    }
}
