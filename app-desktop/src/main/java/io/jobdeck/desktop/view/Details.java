package io.jobdeck.desktop.view;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * What the side panel shows of what is selected in a view.
 *
 * @param title what it is about, following the language where it is more than a name
 * @param content follows what it is about while it is shown
 */
public record Details(ObservableValue<String> title, Node content) {

    public Details {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(content, "content");
    }
}
