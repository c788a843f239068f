package io.jobdeck.scheduler.embedded.master;

/** A call is to be answered 400; the message is the body, in the words of Mesos. */
final class BadCallException extends Exception {

    BadCallException(String message) {
        super(message);
    }

    BadCallException(String message, Throwable cause) {
        super(message, cause);
    }
}
