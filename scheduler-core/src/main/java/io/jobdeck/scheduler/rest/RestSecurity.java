package io.jobdeck.scheduler.rest;

import io.jobdeck.scheduler.access.Authenticator;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose calls a REST server takes.
 *
 * @param authenticator knows the accounts; empty for everybody's
 */
public record RestSecurity(Optional<Authenticator> authenticator) {

    public RestSecurity {
        Objects.requireNonNull(authenticator, "authenticator");
    }

    /** Takes everybody's calls. */
    public static RestSecurity none() {
        return new RestSecurity(Optional.empty());
    }
}
