package io.jobdeck.desktop.profile;

import java.util.Optional;

/** Where secrets may be kept. Every method blocks, for as long as it takes a person to unlock it. */
public interface KeyRing {

    /** Returns why there is none on this system, in one line for people; empty if there is one. */
    Optional<String> whyUnavailable();

    /** Returns what it keeps of the connection with that id; nothing if it cannot be read. */
    Secrets read(String profileId);

    /**
     * Keeps these and nothing else of the connection.
     *
     * @throws KeyRingException if it cannot
     */
    void write(String profileId, Secrets secrets) throws KeyRingException;
}
