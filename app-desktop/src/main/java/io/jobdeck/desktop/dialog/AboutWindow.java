package io.jobdeck.desktop.dialog;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.about.AboutInfo;
import io.jobdeck.desktop.about.Library;
import io.jobdeck.desktop.icon.AppIcon;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** Says which program this is, what it runs on and what it is made of. */
final class AboutWindow {

    private static final double WIDTH = 560;
    private static final double LIST_HEIGHT = 250;
    private static final double ICON = 56;

    private final Texts texts;
    private final ModalWindow window;
    private final Button close;

    AboutWindow(Window owner, AboutInfo info, Texts texts, Appearance appearance) {
        this.texts = texts;
        close = new Button(texts.get("dialog.close"));
        close.setId("close");
        close.getStyleClass().add(Styles.ACCENT);
        window = new ModalWindow(owner, texts.get("about.title"), content(info), appearance, this::close);
        close.setOnAction(event -> close());
    }

    private VBox content(AboutInfo info) {
        Label made = new Label(texts.get("about.libraries", info.libraries().size()));
        made.getStyleClass().add("form-section");
        VBox body = new VBox(8, heading(info), line("about.java", info.java()), line("about.javafx", info.javaFx()),
                line("about.system", info.system()), made, libraries(info));
        body.getStyleClass().add("about-body");
        Button copy = new Button(texts.get("about.copy"));
        copy.setId("about-copy");
        copy.setOnAction(event -> copy(info));
        HBox buttons = new HBox(10, copy, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("form-footer");
        VBox root = new VBox(body, buttons);
        root.setPrefWidth(WIDTH);
        return root;
    }

    private HBox heading(AboutInfo info) {
        ImageView icon = new ImageView(AppIcon.images().get(AppIcon.images().size() - 1));
        icon.setFitWidth(ICON);
        icon.setFitHeight(ICON);
        icon.setSmooth(true);
        Label name = new Label("Jobdeck");
        name.getStyleClass().add("form-title");
        Label version = new Label(texts.get("about.version", info.version()));
        version.setId("about-version");
        Label licence = new Label(texts.get("about.licence"));
        licence.getStyleClass().add("form-subtitle");
        HBox heading = new HBox(16, icon, new VBox(2, name, version, licence));
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private HBox line(String key, String value) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("about-name");
        TextField shown = new TextField(value);
        shown.setEditable(false);
        shown.setFocusTraversable(false);
        shown.getStyleClass().add("about-value");
        shown.setAccessibleText(name.getText());
        HBox.setHgrow(shown, Priority.ALWAYS);
        HBox line = new HBox(8, name, shown);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static ListView<Library> libraries(AboutInfo info) {
        ListView<Library> list = new ListView<>(FXCollections.observableArrayList(info.libraries()));
        list.setId("about-libraries");
        list.getStyleClass().add(Styles.DENSE);
        list.setPrefHeight(LIST_HEIGHT);
        list.setCellFactory(view -> new ListCell<>() {

            @Override
            protected void updateItem(Library library, boolean empty) {
                super.updateItem(library, empty);
                setGraphic(empty ? null : row(library));
            }
        });
        return list;
    }

    private static HBox row(Library library) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label licence = new Label(library.licence());
        licence.getStyleClass().add("form-subtitle");
        return new HBox(8, new Label(library.file()), space, licence);
    }

    private static void copy(AboutInfo info) {
        ClipboardContent content = new ClipboardContent();
        content.putString(info.text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    void open() {
        window.open();
        close.requestFocus();
    }

    private void close() {
        window.close();
    }
}
