package io.jobdeck.desktop.dialog;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks one question. The safe answer has the focus. */
final class ConfirmationWindow {

    private static final double WIDTH = 520;
    private static final int NAMES_SHOWN = 6;

    private final Texts texts;
    private final ModalWindow window;
    private final Button cancel;

    ConfirmationWindow(Window owner, Confirmation question, Runnable onConfirmed, Texts texts, Appearance appearance) {
        this.texts = texts;
        cancel = new Button(texts.get("dialog.cancel"));
        cancel.setId("cancel");
        Button confirm = new Button(question.verb());
        confirm.setId("confirm");
        confirm.getStyleClass().add(Styles.DANGER);
        window = new ModalWindow(owner, question.title(), content(question, confirm), appearance, this::close);
        cancel.setOnAction(event -> close());
        confirm.setOnAction(event -> {
            close();
            onConfirmed.run();
        });
    }

    private VBox content(Confirmation question, Button confirm) {
        FontIcon icon = new FontIcon("fth-alert-triangle");
        icon.getStyleClass().addAll("dialog-icon", "danger");
        Label title = wrapped(question.title(), "form-title");
        title.setId("confirm-title");
        Label text = wrapped(question.text(), "confirm-text");
        text.setId("confirm-text");
        VBox words = new VBox(10, title, text);
        if (!question.names().isEmpty()) {
            words.getChildren().add(names(question));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox top = new HBox(14, icon, words);
        top.setPadding(new Insets(22, 24, 20, 24));
        HBox buttons = new HBox(10, cancel, confirm);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("form-footer");
        VBox root = new VBox(top, buttons);
        root.setPrefWidth(WIDTH);
        VBox.setVgrow(top, Priority.ALWAYS);
        return root;
    }

    private VBox names(Confirmation question) {
        VBox list = new VBox(2);
        list.getStyleClass().add("report-list");
        question.names().stream().limit(NAMES_SHOWN).forEach(name -> list.getChildren().add(new Label(name)));
        int more = question.names().size() - NAMES_SHOWN;
        if (more > 0) {
            list.getChildren().add(wrapped(texts.get("dialog.and-more", more), "form-hint"));
        }
        return list;
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    void open() {
        window.open();
        cancel.requestFocus();
    }

    private void close() {
        window.close();
    }
}
