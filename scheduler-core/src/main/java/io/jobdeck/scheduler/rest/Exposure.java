package io.jobdeck.scheduler.rest;

import java.net.InetSocketAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says at the start what others on the network could do with a server that is set up so. */
final class Exposure {

    private static final Logger LOG = LoggerFactory.getLogger(Exposure.class);

    private Exposure() {
    }

    static void report(RestAddress address, RestSecurity security) {
        InetSocketAddress socket = new InetSocketAddress(address.host(), address.port());
        if (socket.isUnresolved() || socket.getAddress().isLoopbackAddress()) {
            return;
        }
        if (security.authenticator().isEmpty()) {
            LOG.warn("REST listens on {} and takes everybody's calls; set auth_file to know who calls", address.host());
        } else if (security.tls().isEmpty()) {
            LOG.warn("REST listens on {} without TLS, so passwords can be read on their way; set tls_keystore or"
                    + " tls_certificate", address.host());
        }
    }
}
