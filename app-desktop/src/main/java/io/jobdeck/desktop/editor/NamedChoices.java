package io.jobdeck.desktop.editor;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.util.StringConverter;

/** Shows choices by their names for people, and a value that is none of them as it is; they are chosen, never typed. */
final class NamedChoices extends StringConverter<String> {

    private final List<String> choices;
    private final UnaryOperator<String> name;

    NamedChoices(List<String> choices, UnaryOperator<String> name) {
        this.choices = choices;
        this.name = name;
    }

    @Override
    public String toString(String choice) {
        if (choice == null) {
            return "";
        }
        return choices.contains(choice) ? name.apply(choice) : choice;
    }

    @Override
    public String fromString(String text) {
        throw new UnsupportedOperationException("A choice is chosen, not typed");
    }
}
