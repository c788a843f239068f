package io.jobdeck.scheduler.rest;

/**
 * The address of a scheduler as it stands in the registry: {@code host:port}, or {@code https://host:port} where it speaks
 * TLS.
 */
public final class RestUrls {

    private static final String PLAIN = "http://";
    private static final String TLS = "https://";

    private RestUrls() {
    }

    /** Returns the URL of a scheduler's REST server, without a path. */
    public static String of(String address) {
        return address.startsWith(TLS) || address.startsWith(PLAIN) ? address : PLAIN + address;
    }

    /** Returns the address by which a scheduler stands in the registry. */
    public static String address(String host, int port, boolean tls) {
        return (tls ? TLS : "") + host + ":" + port;
    }
}
