package io.jobdeck.desktop.transfer;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.icon.AppIcon;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Shows what a file would change, lets one choose, and shows how storing it goes. Interface thread only. */
public final class ImportWindow {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 680;
    private static final double LEAST_WIDTH = 760;
    private static final double LEAST_HEIGHT = 440;
    private static final double GAP = 10;
    private static final double LIST_SHARE = 0.46;

    private final ImportModel model;
    private final Texts texts;
    private final Stage stage = new Stage();
    private final ImportDetails details;
    private final Label summary = new Label();

    /** @param owner the main window; null if there is none yet */
    public ImportWindow(ImportModel model, Texts texts, Appearance appearance, Window owner) {
        this.model = model;
        this.texts = texts;
        details = new ImportDetails(texts);
        ImportList list = new ImportList(model, texts, details::show);
        SplitPane split = new SplitPane(list.root(), details.root());
        split.setDividerPositions(LIST_SHARE);
        split.getStyleClass().add("editor-split");
        BorderPane root = new BorderPane(split, header(), null, footer(), null);
        root.getStyleClass().add("editor-window");
        root.getStylesheets().addAll(stylesheet("/io/jobdeck/desktop/editor/editor.css"),
                stylesheet("/io/jobdeck/desktop/difference/difference.css"),
                stylesheet("/io/jobdeck/desktop/transfer/transfer.css"));
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        appearance.dress(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave();
            }
        });
        stage.setScene(scene);
        stage.setTitle(texts.get("import.title"));
        stage.getIcons().setAll(AppIcon.images());
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (owner != null) {
            stage.initOwner(owner);
            stage.initModality(Modality.WINDOW_MODAL);
        }
        stage.setOnCloseRequest(event -> {
            event.consume();
            leave();
        });
        model.runningProperty().addListener((observable, before, running) -> summarise());
        summarise();
        list.selectFirst();
    }

    private static String stylesheet(String name) {
        return Objects.requireNonNull(ImportWindow.class.getResource(name), name).toExternalForm();
    }

    private Node header() {
        Label title = new Label(texts.get("import.heading", model.file()));
        title.getStyleClass().add("form-title");
        summary.setId("import-summary");
        summary.getStyleClass().add("form-subtitle");
        VBox header = new VBox(2, title, summary);
        header.getStyleClass().add("form-header");
        return header;
    }

    private void summarise() {
        boolean begun = model.total() > 0;
        summary.setText(begun
                ? texts.get("import.result", model.count(ImportItem.State.SAVED), model.count(ImportItem.State.FAILED))
                : texts.get("import.summary", model.count(ImportItem.State.NEW), model.count(ImportItem.State.CHANGED),
                        model.count(ImportItem.State.UNCHANGED), model.count(ImportItem.State.INVALID)));
        details.refresh();
    }

    private Node footer() {
        ProgressBar progress = new ProgressBar();
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(progress, Priority.ALWAYS);
        progress.progressProperty().bind(Bindings.createDoubleBinding(
                () -> model.total() == 0 ? 0 : (double) model.doneProperty().get() / model.total(), model.doneProperty()));
        progress.visibleProperty().bind(model.runningProperty());
        Label count = new Label();
        count.setMinWidth(Region.USE_PREF_SIZE);
        count.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get("import.progress", model.doneProperty().get(), model.total()), model.doneProperty(),
                model.runningProperty()));
        count.visibleProperty().bind(model.runningProperty());
        Button cancel = new Button();
        cancel.setId("cancel");
        cancel.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get(model.runningProperty().get() ? "import.stop" : "dialog.close"), model.runningProperty()));
        cancel.setOnAction(event -> leave());
        Button start = new Button();
        start.setId("import");
        start.setDefaultButton(true);
        start.getStyleClass().add(Styles.ACCENT);
        start.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get("import.verb", model.chosenProperty().get()), model.chosenProperty()));
        start.disableProperty().bind(model.runningProperty().or(model.chosenProperty().isEqualTo(0)));
        start.setOnAction(event -> model.start());
        HBox footer = new HBox(GAP, progress, count, cancel, start);
        footer.setAlignment(Pos.CENTER_RIGHT);
        footer.getStyleClass().add("form-footer");
        return footer;
    }

    /** While documents are being stored this stops behind the one under way; else it closes the window. */
    private void leave() {
        if (model.runningProperty().get()) {
            model.cancel();
        } else {
            stage.close();
        }
    }

    /** Shows the window over its owner. */
    public void open() {
        Window owner = stage.getOwner();
        stage.setOnShown(event -> {
            if (owner != null && owner.isShowing()) {
                stage.setX(Math.max(0, owner.getX() + (owner.getWidth() - stage.getWidth()) / 2));
                stage.setY(Math.max(0, owner.getY() + (owner.getHeight() - stage.getHeight()) / 2));
            }
        });
        stage.show();
        stage.toFront();
    }
}
