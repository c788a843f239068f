package io.jobdeck.desktop.view;

import io.jobdeck.desktop.filter.Suggestion;
import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** What stands below the filter while a person types: what cannot be understood, and what could come next. */
final class FilterPopup {

    private static final double ROW_HEIGHT = 26;
    private static final double WIDTH = 340;
    private static final int MOST_ROWS = 10;
    private static final double GAP = 3;

    private final Popup window = new Popup();
    private final Label problem = new Label();
    private final ListView<Suggestion> list = new ListView<>();
    private final VBox content = new VBox(problem, list);
    private final Consumer<Suggestion> onTaken;
    private Optional<Texts> texts = Optional.empty();

    FilterPopup(Consumer<Suggestion> onTaken) {
        this.onTaken = onTaken;
        problem.getStyleClass().add("filter-problem");
        problem.setWrapText(true);
        problem.setId("filter-problem");
        list.setId("filter-suggestions");
        list.getStyleClass().addAll("filter-suggestions", "edge-to-edge");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setFocusTraversable(false);
        list.setCellFactory(any -> new SuggestionCell());
        content.getStyleClass().add("filter-popup");
        content.setMinWidth(WIDTH);
        content.setPrefWidth(WIDTH);
        content.setMaxWidth(WIDTH);
        content.getStylesheets().add(Objects.requireNonNull(FilterPopup.class.getResource("filter.css")).toExternalForm());
        window.getContent().add(content);
        shown(problem, false);
        shown(list, false);
        window.setAutoHide(true);
        window.setAutoFix(false);
        window.setHideOnEscape(false);
    }

    void speak(Texts spoken) {
        texts = Optional.of(spoken);
    }

    /** Shows what could come next and what cannot be understood, or nothing if there is neither. */
    void show(Node field, List<Suggestion> suggestions, String said) {
        list.getItems().setAll(suggestions);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(Math.min(suggestions.size(), MOST_ROWS) * ROW_HEIGHT + 2);
        shown(list, !suggestions.isEmpty());
        explain(field, said);
    }

    /** Changes what cannot be understood. */
    void explain(Node field, String said) {
        problem.setText(said);
        shown(problem, !said.isEmpty());
        if (said.isEmpty() && !list.isVisible()) {
            window.hide();
        } else {
            open(field);
        }
    }

    private static void shown(Node node, boolean show) {
        node.setVisible(show);
        node.setManaged(show);
    }

    private void open(Node field) {
        Bounds place = field.localToScreen(field.getBoundsInLocal());
        if (place == null) {
            return;
        }
        if (!window.isShowing()) {
            window.show(field, place.getMaxX() - WIDTH, place.getMaxY() + GAP);
        }
        content.applyCss();
        // A window takes the height of lines that are not wrapped yet.
        problem.setMinHeight(problem.prefHeight(WIDTH - 2));
        window.sizeToScene();
    }

    boolean isOffering() {
        return window.isShowing() && !list.getItems().isEmpty();
    }

    /** Chooses the suggestion that many lines further down. */
    boolean move(int lines) {
        int size = list.getItems().size();
        list.getSelectionModel().select(Math.floorMod(list.getSelectionModel().getSelectedIndex() + lines, size));
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - MOST_ROWS + 1));
        return true;
    }

    /** Takes the suggestion that is chosen; returns whether there was one. */
    boolean takeChosen() {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        boolean some = isOffering() && chosen != null;
        if (some) {
            onTaken.accept(chosen);
        }
        return some;
    }

    /** Goes away; returns whether it was there. */
    boolean close() {
        boolean was = window.isShowing();
        list.getItems().clear();
        shown(list, false);
        window.hide();
        return was;
    }

    private final class SuggestionCell extends ListCell<Suggestion> {

        private final Label text = new Label();
        private final Label meaning = new Label();
        private final Region space = new Region();
        private final HBox line = new HBox(text, space, meaning);

        SuggestionCell() {
            HBox.setHgrow(space, Priority.ALWAYS);
            text.getStyleClass().add("filter-suggestion");
            meaning.getStyleClass().add("filter-meaning");
            text.setMinWidth(Region.USE_PREF_SIZE);
            line.getStyleClass().add("filter-line");
            line.setMaxWidth(WIDTH);
            setOnMouseClicked(event -> Optional.ofNullable(getItem()).ifPresent(onTaken));
        }

        @Override
        protected void updateItem(Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            text.setText(item.text());
            meaning.setText(item.label().flatMap(key -> texts.map(spoken -> spoken.get(key))).orElse(""));
            setGraphic(line);
        }
    }
}
