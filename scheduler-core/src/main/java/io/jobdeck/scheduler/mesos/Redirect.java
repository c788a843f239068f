package io.jobdeck.scheduler.mesos;

import java.net.URI;
import java.util.Optional;

/** The place a master redirects to, which it gives as {@code //host:port/path}, without a scheme. */
public final class Redirect {

    private Redirect() {
    }

    /** Returns empty if {@code location} names no host, or would give credentials to another scheme. */
    public static Optional<URI> target(URI from, String location) {
        try {
            URI place = URI.create(location);
            URI target = from.resolve(place);
            boolean usable = place.getHost() != null && from.getScheme().equals(target.getScheme());
            return usable ? Optional.of(target) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
