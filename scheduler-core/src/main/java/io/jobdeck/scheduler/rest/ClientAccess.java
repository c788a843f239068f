package io.jobdeck.scheduler.rest;

import io.jobdeck.scheduler.access.Credentials;
import io.jobdeck.scheduler.tls.TlsContexts;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How a client shows who it is, and whom it trusts.
 *
 * @param credentials whose calls it makes; empty where schedulers take everybody's
 * @param authorities trusts these authorities beside those of this Java, and speaks TLS only; empty for whatever the
 *     schedulers speak
 */
public record ClientAccess(Optional<Credentials> credentials, Optional<SSLContext> authorities) {

    public ClientAccess {
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(authorities, "authorities");
    }

    /** For schedulers that take everybody's calls. */
    public static ClientAccess anonymous() {
        return new ClientAccess(Optional.empty(), Optional.empty());
    }

    /**
     * Returns an access.
     *
     * @param credentials whose calls it makes
     * @param authorities PEM file of the authorities to trust beside those of this Java
     * @throws io.jobdeck.scheduler.tls.TlsException if that file cannot be used
     */
    public static ClientAccess of(Optional<Credentials> credentials, Optional<Path> authorities) {
        return new ClientAccess(credentials, authorities.map(TlsContexts::client));
    }
}
