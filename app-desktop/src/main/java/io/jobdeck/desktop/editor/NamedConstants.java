package io.jobdeck.desktop.editor;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Shows constants by their names for people; they are chosen, never typed. */
final class NamedConstants<E extends Enum<E>> extends StringConverter<E> {

    private final Function<E, String> name;

    NamedConstants(Function<E, String> name) {
        this.name = name;
    }

    @Override
    public String toString(E constant) {
        return constant == null ? "" : name.apply(constant);
    }

    @Override
    public E fromString(String text) {
        throw new UnsupportedOperationException("A constant is chosen, not typed");
    }
}
