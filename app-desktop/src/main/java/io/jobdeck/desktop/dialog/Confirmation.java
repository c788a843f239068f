package io.jobdeck.desktop.dialog;

import java.util.List;
import java.util.Objects;

/**
 * A question before something is stopped, destroyed or thrown away.
 *
 * @param title what is about to be done, as a question
 * @param text what will happen, in numbers
 * @param names what it happens to, none if the title says it all
 * @param verb what the button that does it is called
 */
public record Confirmation(String title, String text, List<String> names, String verb) {

    public Confirmation {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        names = List.copyOf(names);
        Objects.requireNonNull(verb, "verb");
    }
}
