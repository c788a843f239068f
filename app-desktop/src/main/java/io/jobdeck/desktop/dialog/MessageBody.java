package io.jobdeck.desktop.dialog;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a window that tells of a danger or a failure looks like: an icon, words beside it, buttons below. */
final class MessageBody extends VBox {

    /** Takes the literal of the icon, and the width in pixels. */
    MessageBody(String icon, VBox words, double width, Button... buttons) {
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().addAll("dialog-icon", "danger");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox top = new HBox(14, sign, words);
        top.setPadding(new Insets(22, 24, 20, 24));
        HBox footer = new HBox(10, buttons);
        footer.setAlignment(Pos.CENTER_RIGHT);
        footer.getStyleClass().add("form-footer");
        getChildren().addAll(top, footer);
        setPrefWidth(width);
        VBox.setVgrow(top, Priority.ALWAYS);
    }

    /** Returns a text that takes as many lines as it needs. */
    static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
