package io.jobdeck.scheduler.rest;

import java.net.BindException;

/** A REST server cannot listen where it should. The message is one line for people and says what to do. */
public final class RestStartException extends RuntimeException {

    private RestStartException(String message, Throwable cause) {
        super(message, cause);
    }

    static RestStartException of(RestAddress address, Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String where = address.host() + ":" + address.port();
        boolean taken = root instanceof BindException && String.valueOf(root.getMessage()).contains("in use");
        return new RestStartException(taken
                ? "Port %d on %s is in use by another program. Stop that one, or choose another port with --http_port."
                        .formatted(address.port(), address.host())
                : "Cannot listen on %s (%s). Set --http_host to an address of this machine and --http_port to a port above 1023."
                        .formatted(where, root.getMessage()), cause);
    }
}
