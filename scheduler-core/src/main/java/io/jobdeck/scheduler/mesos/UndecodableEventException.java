package io.jobdeck.scheduler.mesos;

import java.io.IOException;

/** A record of the event stream is not an event; the stream cannot be trusted any further. */
final class UndecodableEventException extends IOException {

    UndecodableEventException(Exception cause) {
        super("a record is not an event: " + cause.getMessage(), cause);
    }
}
