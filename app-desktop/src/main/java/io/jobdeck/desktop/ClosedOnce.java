package io.jobdeck.desktop;

import io.jobdeck.desktop.connection.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that several threads may want to close; the later ones wait until it is closed. */
final class ClosedOnce {

    private static final Logger LOG = LoggerFactory.getLogger(ClosedOnce.class);

    private final Connection connection;
    private boolean closed;

    ClosedOnce(Connection connection) {
        this.connection = connection;
    }

    synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            connection.close();
        } catch (RuntimeException failure) {
            LOG.warn("{} did not close in order", connection.title(), failure);
        }
    }
}
