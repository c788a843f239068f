package io.jobdeck.desktop.view;

import atlantafx.base.controls.CustomTextField;
import io.jobdeck.desktop.text.Texts;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a person types what rows must contain; Escape clears it. */
public final class FilterField extends CustomTextField {

    public FilterField() {
        getStyleClass().add("filter-field");
        setLeft(new FontIcon("fth-search"));
        FontIcon clear = new FontIcon("fth-x");
        clear.setCursor(Cursor.HAND);
        clear.setOnMouseClicked(event -> clear());
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        setRight(clear);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                clear();
                event.consume();
            }
        });
    }

    /** Says what it is for in the language chosen. */
    public void speak(Texts texts) {
        promptTextProperty().bind(texts.bind("view.filter.prompt"));
        accessibleTextProperty().bind(texts.bind("view.filter.prompt"));
    }
}
