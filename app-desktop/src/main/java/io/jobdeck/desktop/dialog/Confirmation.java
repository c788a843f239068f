package io.jobdeck.desktop.dialog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;

/**
 * A question before something is stopped, destroyed or thrown away.
 *
 * @param title what is about to be done, as a question
 * @param text what will happen, in numbers; followed while the question stands
 * @param names what it happens to, none if the title says it all
 * @param verb what the button that does it is called
 * @param typed what a person types before it can be done; empty if a click is enough
 */
public record Confirmation(String title, ObservableValue<String> text, List<String> names, String verb,
        Optional<String> typed) {

    public Confirmation {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        names = List.copyOf(names);
        Objects.requireNonNull(verb, "verb");
        Objects.requireNonNull(typed, "typed");
    }

    /** A question whose text does not change. */
    public Confirmation(String title, String text, List<String> names, String verb) {
        this(title, new SimpleStringProperty(text), names, verb, Optional.empty());
    }
}
