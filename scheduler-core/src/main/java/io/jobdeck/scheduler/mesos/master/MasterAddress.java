package io.jobdeck.scheduler.mesos.master;

/**
 * Where a Mesos master listens.
 *
 * @param host a host name or an IP address, an IPv6 one without brackets
 * @param port 1 to 65535
 */
public record MasterAddress(String host, int port) {

    private static final int HIGHEST_PORT = 65_535;

    public MasterAddress {
        if (host.isBlank()) {
            throw new IllegalArgumentException("a master's address has no host");
        }
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port %d of master %s is not within 1 to 65535".formatted(port, host));
        }
    }

    /** Returns {@code host:port}, as it stands in a URL. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
