package io.jobdeck.desktop.profile;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A key ring that is there and keeps everything in memory, or, if locked away, one that is not there. */
public final class MemoryKeyRing implements KeyRing {

    public final Map<String, Secrets> kept = new ConcurrentHashMap<>();
    private final Optional<String> why;

    public MemoryKeyRing() {
        this(Optional.empty());
    }

    private MemoryKeyRing(Optional<String> why) {
        this.why = why;
    }

    public static MemoryKeyRing missing(String why) {
        return new MemoryKeyRing(Optional.of(why));
    }

    @Override
    public Optional<String> whyUnavailable() {
        return why;
    }

    @Override
    public Secrets read(String profileId) {
        return kept.getOrDefault(profileId, Secrets.NONE);
    }

    @Override
    public void write(String profileId, Secrets secrets) throws KeyRingException {
        if (why.isPresent()) {
            throw new KeyRingException(why.get(), null);
        }
        kept.put(profileId, secrets);
    }
}
