package io.jobdeck.scheduler.rest;

import io.jobdeck.scheduler.access.Credentials;
import io.jobdeck.scheduler.operations.OperationException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/** To whom a client shows its credentials: schedulers that stand in the registry, and over TLS where that is wanted. */
final class Trust {

    private static final String TLS = "https";

    private final ClientAccess access;
    private final Predicate<String> isScheduler;

    Trust(ClientAccess access, Predicate<String> isScheduler) {
        this.access = access;
        this.isScheduler = isScheduler;
    }

    /** Returns the value of the {@code Authorization} header. */
    Optional<String> header() {
        return access.credentials().map(Credentials::header);
    }

    /** Refuses to call without TLS if an authority was given, since somebody may have put a false address there. */
    void demandSecrecy(URI uri) {
        if (access.authorities().isPresent() && !TLS.equals(uri.getScheme())) {
            throw OperationException.unavailable(("The scheduler at %s does not speak TLS, so nothing was sent there. Set it up"
                    + " for TLS, or connect without a certificate of an authority.").formatted(uri.getAuthority()), null);
        }
    }

    /** Refuses to follow a redirect with credentials to anyone who is no scheduler of this cluster. */
    void demandScheduler(URI uri) {
        demandSecrecy(uri);
        String plain = uri.getAuthority();
        String address = TLS.equals(uri.getScheme()) ? uri.getScheme() + "://" + plain : plain;
        if (access.credentials().isPresent() && !isScheduler.test(address)) {
            throw OperationException.unavailable(("The leader is said to be at %s, where no scheduler of this cluster is, so nothing"
                    + " was sent there. Try again in a moment.").formatted(address), null);
        }
    }
}
