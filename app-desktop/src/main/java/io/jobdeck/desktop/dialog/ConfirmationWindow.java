package io.jobdeck.desktop.dialog;

import static io.jobdeck.desktop.dialog.MessageBody.wrapped;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Asks one question and follows what it says in numbers. The safe answer has the focus, or what is to be typed. */
final class ConfirmationWindow {

    private static final double WIDTH = 520;
    private static final int NAMES_SHOWN = 6;

    private final Texts texts;
    private final ModalWindow window;
    private final Button cancel;
    private final Label text = wrapped("", "confirm-text");
    private final TextField typed = new TextField();
    private final boolean asksToType;

    ConfirmationWindow(Window owner, Confirmation question, Runnable onConfirmed, Texts texts, Appearance appearance) {
        this.texts = texts;
        asksToType = question.typed().isPresent();
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
        question.typed().ifPresent(name -> {
            confirm.disableProperty().bind(typed.textProperty().isNotEqualTo(name));
            confirm.setDefaultButton(true);
        });
        text.textProperty().bind(question.text());
        window.fitWhenever(text.textProperty());
    }

    private VBox content(Confirmation question, Button confirm) {
        Label title = wrapped(question.title(), "form-title");
        title.setId("confirm-title");
        text.setId("confirm-text");
        VBox words = new VBox(10, title, text);
        if (!question.names().isEmpty()) {
            words.getChildren().add(names(question));
        }
        question.typed().ifPresent(name -> words.getChildren().add(typing(name)));
        return new MessageBody("fth-alert-triangle", words, WIDTH, cancel, confirm);
    }

    private VBox typing(String name) {
        Label ask = wrapped(texts.get("dialog.type-name", name), "confirm-ask");
        typed.setId("confirm-typed");
        typed.setPromptText(name);
        ask.setLabelFor(typed);
        return new VBox(6, ask, typed);
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

    void open() {
        window.open();
        (asksToType ? typed : cancel).requestFocus();
    }

    /** What it follows outlives it. */
    private void close() {
        text.textProperty().unbind();
        window.close();
    }
}
