package io.jobdeck.desktop.dialog;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.form.FormBinder;
import io.jobdeck.desktop.form.FormModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/** A form in a window: what it is about above, its fields in the middle, saving and leaving it below. */
final class FormWindow {

    private static final double WIDTH = 720;
    private static final double MOST_HEIGHT = 730;
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final FormModel model;
    private final Texts texts;
    private final DialogService dialogs;
    private final ModalWindow window;
    private final FormBinder binder;
    private final Region body;

    /**
     * What a form is called.
     *
     * @param title what is done
     * @param subtitle to what, or how; may be empty
     * @param verb what the button that saves is called
     */
    record Words(String title, String subtitle, String verb) { }

    FormWindow(Window owner, FormModel model, Region body, Words words, DialogService dialogs, Texts texts,
            Appearance appearance) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.body = body;
        VBox root = new VBox(header(words), scroll(body), footer(words));
        root.setPrefWidth(WIDTH);
        root.setMaxHeight(MOST_HEIGHT);
        window = new ModalWindow(owner, words.title(), root, appearance, this::cancel);
        window.scene().getAccelerators().put(SAVE, model::save);
        binder = new FormBinder(model, body, texts);
        model.savedProperty().addListener((observable, before, saved) -> window.close());
        model.savingProperty().addListener((observable, before, saving) -> tellIfLeft(saving));
    }

    private static VBox header(Words words) {
        Label title = new Label(words.title());
        title.getStyleClass().add("form-title");
        VBox header = new VBox(2, title);
        if (!words.subtitle().isEmpty()) {
            Label subtitle = new Label(words.subtitle());
            subtitle.setWrapText(true);
            subtitle.getStyleClass().add("form-subtitle");
            header.getChildren().add(subtitle);
        }
        header.getStyleClass().add("form-header");
        return header;
    }

    private static ScrollPane scroll(Region body) {
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.prefViewportHeightProperty().bind(body.heightProperty());
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private VBox footer(Words words) {
        Button save = new Button(words.verb());
        save.setId("save");
        save.setDefaultButton(true);
        save.getStyleClass().add(Styles.ACCENT);
        save.disableProperty().bind(model.savingProperty());
        save.setOnAction(event -> model.save());
        Button cancel = new Button(texts.get("dialog.cancel"));
        cancel.setId("cancel");
        cancel.setOnAction(event -> cancel());
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(20, 20);
        busy.visibleProperty().bind(model.savingProperty());
        HBox buttons = new HBox(10, busy, cancel, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox footer = new VBox(10, failure(), buttons);
        footer.getStyleClass().add("form-footer");
        footer.setMinHeight(Region.USE_PREF_SIZE);
        return footer;
    }

    private HBox failure() {
        Label text = new Label();
        text.setId("form-failure");
        text.textProperty().bind(model.failureProperty());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox banner = new HBox(10, new FontIcon("fth-alert-circle"), text);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().add("form-failure");
        banner.visibleProperty().bind(model.failureProperty().isNotEmpty());
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }

    void open() {
        window.stage().setMaxHeight(MOST_HEIGHT);
        window.open();
        window.fitWhenever(body.heightProperty());
        window.fitWhenever(model.failureProperty());
        binder.focusFirst();
    }

    private void cancel() {
        if (model.dirtyProperty().get() && !model.savingProperty().get()) {
            dialogs.confirm(new Confirmation(texts.get("form.discard.title"), texts.get("form.discard.text"),
                    List.of(), texts.get("form.discard.verb")), window::close);
        } else {
            window.close();
        }
    }

    private void tellIfLeft(boolean saving) {
        if (!saving && !window.isOpen() && !model.savedProperty().get()) {
            dialogs.notice(Notice.failure(model.refusalText()));
        }
    }
}
