package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.codec.Codec;
import io.jobdeck.scheduler.codec.MalformedTextException;
import java.util.Optional;

/**
 * A stored value: read, or not readable and why.
 *
 * @param value the value; empty if the text is none
 * @param malformed what is wrong with the text; empty if nothing is
 */
record Stored<T>(Optional<T> value, String malformed) {

    static <T> Stored<T> of(Codec<T> codec, String text) {
        try {
            return new Stored<>(Optional.of(codec.read(text)), "");
        } catch (MalformedTextException malformed) {
            return new Stored<>(Optional.empty(), malformed.getMessage());
        }
    }

    Optional<Problem> problem() {
        return value.isPresent() ? Optional.empty() : Optional.of(new Problem(Problem.Kind.UNREADABLE, malformed));
    }
}
