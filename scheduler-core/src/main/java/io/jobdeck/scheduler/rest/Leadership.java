package io.jobdeck.scheduler.rest;

import java.util.Objects;
import java.util.Optional;

/**
 * Who leads, as this scheduler knows it.
 *
 * @param leads whether this scheduler leads
 * @param leaderAddress address of the leader's REST server as in {@link RestUrls}, if there is a leader
 */
public record Leadership(boolean leads, Optional<String> leaderAddress) {

    public Leadership {
        Objects.requireNonNull(leaderAddress, "leaderAddress");
    }

    /** This scheduler leads. */
    public static Leadership own() {
        return new Leadership(true, Optional.empty());
    }

    /** The scheduler at that address leads. */
    public static Leadership of(String address) {
        return new Leadership(false, Optional.of(address));
    }

    /** Nobody leads just now. */
    public static Leadership none() {
        return new Leadership(false, Optional.empty());
    }
}
