package io.jobdeck.scheduler.embedded.http;

import java.io.IOException;
import java.net.BindException;

/** The port cannot be listened on, mostly because another program does. The message says so in one sentence. */
public final class PortUnavailableException extends IOException {

    private final int port;

    PortUnavailableException(String name, int port, Throwable cause) {
        super("The " + name + " cannot listen on 127.0.0.1:" + port + " (" + reason(cause)
                + "). Stop the program that uses this port, or choose another port.", cause);
        this.port = port;
    }

    /** Returns the port that was asked for. */
    public int port() {
        return port;
    }

    private static String reason(Throwable cause) {
        return cause instanceof BindException ? "it is in use" : cause.getMessage();
    }
}
