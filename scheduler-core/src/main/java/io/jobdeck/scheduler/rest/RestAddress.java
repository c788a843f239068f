package io.jobdeck.scheduler.rest;

import java.util.Objects;

/**
 * Where a REST server listens and what it is called.
 *
 * @param host name or address to listen on
 * @param port 0 to 65535; 0 chooses a free one
 * @param name host name under which others reach it, the {@code hostname} setting
 */
public record RestAddress(String host, int port, String name) {

    public RestAddress {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(name, "name");
    }

    /** Only programs on this machine reach it. */
    public static RestAddress loopback(int port) {
        return new RestAddress("127.0.0.1", port, "localhost");
    }
}
