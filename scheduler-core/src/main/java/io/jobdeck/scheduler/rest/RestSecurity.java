package io.jobdeck.scheduler.rest;

import io.jobdeck.scheduler.access.Authenticator;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Whose calls a REST server takes, and how it is reached.
 *
 * @param authenticator knows the accounts; empty if everybody's calls are taken
 * @param metricsOpen whether metrics are shown without an account
 * @param tls key and certificate; empty for plain HTTP
 */
public record RestSecurity(Optional<Authenticator> authenticator, boolean metricsOpen, Optional<SSLContext> tls) {

    public RestSecurity {
        Objects.requireNonNull(authenticator, "authenticator");
        Objects.requireNonNull(tls, "tls");
    }

    /** Takes everybody's calls over plain HTTP. */
    public static RestSecurity none() {
        return new RestSecurity(Optional.empty(), true, Optional.empty());
    }
}
