package io.jobdeck.desktop.view;

import io.jobdeck.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/**
 * Names and values below each other, in sections; looked up again at every tick, so that they follow what they are about.
 * A line whose value is empty is not shown. Interface thread only.
 */
public final class DetailsGrid {

    private static final double NAME_WIDTH = 104;

    private final GridPane grid = new GridPane();
    private final ScrollPane root = new ScrollPane(grid);
    private final Texts texts;
    private final List<Runnable> lines = new ArrayList<>();
    private final InvalidationListener onTick = change -> refresh();

    /** Makes an empty one of a view. */
    public DetailsGrid(ViewContext context) {
        texts = context.texts();
        grid.getStyleClass().add("details-page");
        ColumnConstraints names = new ColumnConstraints(NAME_WIDTH);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        root.setFitToWidth(true);
        root.getStyleClass().add("details-scroll");
        // A page that is no longer shown must not be kept by the clock it went by.
        root.setUserData(this);
        context.status().nowProperty().addListener(new WeakInvalidationListener(onTick));
        texts.languageProperty().addListener(new WeakInvalidationListener(onTick));
    }

    /** Returns what it shows. */
    public ScrollPane root() {
        return root;
    }

    /** Begins a section. */
    public DetailsGrid section(String key) {
        Label heading = new Label();
        heading.textProperty().bind(texts.bind(key));
        heading.getStyleClass().add("details-section");
        grid.add(heading, 0, grid.getRowCount(), 2, 1);
        return this;
    }

    /** Adds a line; the value is asked for at every tick and must be cheap. */
    public DetailsGrid line(String key, Supplier<String> value) {
        Label name = new Label();
        name.textProperty().bind(texts.bind(key));
        name.getStyleClass().add("details-name");
        Label shown = new Label();
        shown.getStyleClass().add("details-value");
        shown.setWrapText(true);
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(grid.getRowCount(), name, shown);
        Runnable look = () -> show(name, shown, value.get());
        lines.add(look);
        look.run();
        return this;
    }

    /** Adds something of its own over the whole width; {@code look} is called at every tick and must be cheap. */
    public DetailsGrid node(Node node, Runnable look) {
        grid.add(node, 0, grid.getRowCount(), 2, 1);
        lines.add(look);
        look.run();
        return this;
    }

    private void refresh() {
        lines.forEach(Runnable::run);
    }

    private static void show(Label name, Label shown, String value) {
        shown.setText(value);
        for (Label label : List.of(name, shown)) {
            label.setVisible(!value.isEmpty());
            label.setManaged(!value.isEmpty());
        }
    }
}
