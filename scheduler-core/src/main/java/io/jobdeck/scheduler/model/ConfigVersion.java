package io.jobdeck.scheduler.model;

import java.util.Objects;

/**
 * Tells one stored state of a config from every other, so that an update can say which one it was made from.
 *
 * @param text opaque, of letters, digits and hyphens
 */
public record ConfigVersion(String text) {

    public ConfigVersion {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
