package io.jobdeck.desktop.dialog;

import atlantafx.base.theme.Styles;
import io.jobdeck.desktop.bulk.BulkModel;
import io.jobdeck.desktop.bulk.ItemResult;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.theme.Appearance;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/**
 * One operation on many things: how far it is and a button that stops it, then what became of each. Closing it while it
 * works leaves the operation at work; what became of it is told in a notice then.
 */
final class BulkWindow {

    private static final double WIDTH = 620;
    private static final double LEAST_LIST_HEIGHT = 120;
    private static final double MOST_LIST_HEIGHT = 300;
    private static final double LINE_HEIGHT = 34;

    private final BulkModel model;
    private final Texts texts;
    private final ModalWindow window;
    private final BooleanBinding ended;
    private final ProgressBar bar = new ProgressBar();
    private final Label headline = wrapped("form-title");
    private final Label line = wrapped("form-subtitle");
    private final CheckBox onlyFailed = new CheckBox();
    private final ListView<ItemResult> list = new ListView<>();
    private final Button stop = new Button();
    private final Button close = new Button();

    BulkWindow(Window owner, BulkModel model, Texts texts, Appearance appearance) {
        this.model = model;
        this.texts = texts;
        ended = model.stateProperty().isEqualTo(BulkModel.State.ENDED);
        headline.setId("bulk-title");
        line.setId("bulk-line");
        VBox root = new VBox(top(), buttons());
        root.setPrefWidth(WIDTH);
        window = new ModalWindow(owner, Modality.NONE, model.title(), root, appearance, this::close);
        headline.textProperty().bind(Bindings.createStringBinding(this::title, model.stateProperty()));
        line.textProperty().bind(Bindings.createStringBinding(this::status, model.stateProperty(), model.doneProperty(),
                model.failedProperty(), model.currentProperty(), model.elapsedProperty()));
        bar.progressProperty().bind(Bindings.createDoubleBinding(
                () -> (double) model.doneProperty().get() / Math.max(1, model.total()), model.doneProperty()));
        model.stateProperty().addListener((property, before, now) -> showResults());
        showResults();
    }

    private Node top() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("bulk-bar");
        shownWhile(bar, ended.not());
        list.setId("bulk-list");
        list.setCellFactory(view -> new ItemCell(texts));
        list.getStyleClass().addAll("bulk-list", Styles.DENSE);
        shownWhile(list, ended);
        onlyFailed.setId("bulk-only-failed");
        onlyFailed.setText(texts.get("bulk.only-failed"));
        onlyFailed.selectedProperty().addListener((property, before, now) -> fill());
        shownWhile(onlyFailed, ended.and(Bindings.createBooleanBinding(this::isMixed, model.stateProperty())));
        VBox top = new VBox(10, headline, bar, line, onlyFailed, list);
        top.getStyleClass().add("bulk-body");
        VBox.setVgrow(top, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        return top;
    }

    private Node buttons() {
        stop.setId("bulk-stop");
        stop.setText(texts.get("bulk.stop"));
        stop.disableProperty().bind(model.stateProperty().isNotEqualTo(BulkModel.State.RUNNING));
        stop.setOnAction(event -> model.stop());
        shownWhile(stop, ended.not());
        Button copy = new Button(texts.get("bulk.copy"));
        copy.setId("bulk-copy");
        copy.setOnAction(event -> Clipboard.getSystemClipboard().setContent(
                Map.of(DataFormat.PLAIN_TEXT, model.asText())));
        shownWhile(copy, ended);
        Button retry = new Button(texts.get("dialog.retry"));
        retry.setId("bulk-retry");
        retry.getStyleClass().add(Styles.ACCENT);
        retry.setOnAction(event -> {
            close();
            model.retry();
        });
        shownWhile(retry, ended.and(Bindings.createBooleanBinding(model::canRetry, model.stateProperty())));
        close.setId("bulk-close");
        close.textProperty().bind(Bindings.createStringBinding(
                () -> texts.get(ended.get() ? "dialog.close" : "bulk.hide"), ended));
        close.setOnAction(event -> close());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(10, copy, space, close, stop, retry);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("form-footer");
        return buttons;
    }

    private static void shownWhile(Node node, BooleanBinding condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private boolean isMixed() {
        int succeeded = model.count(ItemResult.Outcome.SUCCEEDED);
        return succeeded > 0 && succeeded < model.results().size();
    }

    private String title() {
        return switch (model.stateProperty().get()) {
            case RUNNING -> model.title();
            case STOPPING -> texts.get("bulk.stopping");
            case ENDED -> texts.get(model.count(ItemResult.Outcome.NOT_DONE) > 0 ? "bulk.stopped"
                    : model.failedProperty().get() > 0 ? "bulk.some-failed" : "bulk.all-done",
                    model.total(), model.failedProperty().get());
        };
    }

    private String status() {
        long seconds = model.elapsedProperty().get().toSeconds();
        if (ended.get()) {
            return texts.get("bulk.result", model.count(ItemResult.Outcome.SUCCEEDED), model.failedProperty().get(),
                    model.count(ItemResult.Outcome.NOT_DONE), seconds);
        }
        return texts.get("bulk.progress", model.doneProperty().get(), model.total(), model.failedProperty().get(), seconds,
                model.currentProperty().get());
    }

    private void showResults() {
        if (ended.get()) {
            onlyFailed.setSelected(isMixed());
            fill();
            window.fitWhenever(ended);
            close.requestFocus();
        }
    }

    private void fill() {
        list.getItems().setAll(model.results().stream()
                .filter(result -> !onlyFailed.isSelected() || result.outcome() != ItemResult.Outcome.SUCCEEDED)
                .toList());
        list.setPrefHeight(Math.max(LEAST_LIST_HEIGHT, Math.min(MOST_LIST_HEIGHT, list.getItems().size() * LINE_HEIGHT)));
    }

    private static Label wrapped(String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    void open() {
        window.open();
        (ended.get() ? close : stop).requestFocus();
    }

    private void close() {
        window.close();
    }
}
