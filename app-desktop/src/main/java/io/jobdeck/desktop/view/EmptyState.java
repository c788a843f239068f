package io.jobdeck.desktop.view;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where rows would be: why there are none, and what to do about it. */
public final class EmptyState extends VBox {

    private static final double WIDEST_LINE = 460;

    /** Makes one that says why. */
    public EmptyState(String icon, String title, String hint) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add("empty-title");
        getChildren().addAll(new FontIcon(icon), heading);
        if (!hint.isEmpty()) {
            Label line = new Label(hint);
            line.getStyleClass().add("empty-hint");
            line.setWrapText(true);
            line.setMaxWidth(WIDEST_LINE);
            getChildren().add(line);
        }
    }

    /** Adds a button that does something about it. */
    public EmptyState with(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("accent");
        button.setOnAction(event -> action.run());
        getChildren().add(button);
        return this;
    }

    /** Adds the action that does something about it. */
    public EmptyState with(Texts texts, BoundAction action) {
        return with(texts.get(action.id()), action::fire);
    }
}
