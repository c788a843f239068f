package io.jobdeck.desktop.view;

import io.jobdeck.desktop.action.BoundAction;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** One view of the window: what it shows, and the actions that menu bar and toolbar offer while it is in front. */
public interface ConsoleView {

    /** Returns its id, such as {@code jobs}; its name has the key {@code view.<id>.name}. */
    String id();

    /** Returns the literal of its icon. */
    String icon();

    /** Returns what it shows. */
    Node root();

    /** Returns the actions for what is selected in it, other ones when another part of it comes to the front. */
    ObservableValue<List<BoundAction>> actions();

    /** Returns what the side panel shows of what is selected, for as long as the view is in front. */
    default ObservableValue<Optional<Details>> details() {
        return new SimpleObjectProperty<>(Optional.empty());
    }

    /** Shows only the rows that pass a filter. */
    void filter(String words);

    /** Puts the focus where it is used first. */
    void focus();

    /** Puts the focus on its filter. */
    void focusFilter();

    /** Arranges its rows by their values of now; called at every tick. */
    void arrange();
}
