package io.jobdeck.desktop.filter;

import java.util.Objects;
import java.util.Optional;

/**
 * What could stand where a person is typing.
 *
 * @param from index of the first character that it takes the place of; it reaches to where the person is typing
 * @param text what to put there
 * @param label key of what it means; empty for a value
 */
public record Suggestion(int from, String text, Optional<String> label) {

    public Suggestion {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(label, "label");
    }

    /** Returns whether it is a field, after which a value must follow. */
    public boolean isField() {
        return label.isPresent();
    }
}
