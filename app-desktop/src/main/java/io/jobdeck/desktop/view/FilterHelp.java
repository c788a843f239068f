package io.jobdeck.desktop.view;

import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** The grammar of filters on a small sheet: examples, and what can be asked for in this table. */
final class FilterHelp {

    /** Examples, each with the end of the key that says what it does. */
    private static final List<List<String>> EXAMPLES = List.of(
            List.of("invoices", "word"),
            List.of("\"daily report\"", "quoted"),
            List.of("-test", "not"),
            List.of("app:billing", "field"),
            List.of("app=billing", "equal"),
            List.of("state:failing,waiting", "either"),
            List.of("running>=3", "number"),
            List.of("age>1h30m", "duration"),
            List.of("since<14:30", "time"));
    private static final int COLUMNS = 3;
    private static final double GAP = 3;

    private final Popup window = new Popup();
    private final VBox sheet = new VBox();
    private Optional<Texts> texts = Optional.empty();
    private List<String> fields = List.of();

    FilterHelp() {
        sheet.getStyleClass().add("filter-help");
        sheet.setId("filter-help");
        sheet.getStylesheets().add(Objects.requireNonNull(FilterHelp.class.getResource("filter.css")).toExternalForm());
        window.getContent().add(sheet);
        window.setAutoHide(true);
        window.setHideOnEscape(false);
    }

    void speak(Texts spoken) {
        texts = Optional.of(spoken);
    }

    void describe(List<String> newFields) {
        fields = newFields;
    }

    /** Opens below the field, or goes away; returns that it has done so. */
    boolean toggle(Node field) {
        if (!close()) {
            texts.ifPresent(this::fill);
            Bounds place = field.localToScreen(field.getBoundsInLocal());
            window.show(field, place.getMinX(), place.getMaxY() + GAP);
        }
        return true;
    }

    /** Goes away; returns whether it was there. */
    boolean close() {
        boolean was = window.isShowing();
        window.hide();
        return was;
    }

    private void fill(Texts spoken) {
        sheet.getChildren().setAll(heading(spoken.get("filter.help")), examples(spoken));
        if (!fields.isEmpty()) {
            sheet.getChildren().addAll(heading(spoken.get("filter.help.fields")), fields(spoken));
        }
        Label hint = new Label(spoken.get("filter.help.hint"));
        hint.getStyleClass().add("filter-meaning");
        sheet.getChildren().add(hint);
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("filter-heading");
        return heading;
    }

    private static GridPane examples(Texts spoken) {
        GridPane grid = grid();
        EXAMPLES.forEach(example -> grid.addRow(grid.getRowCount(), code(example.get(0)),
                meaning(spoken.get("filter.help." + example.get(1)))));
        return grid;
    }

    /** Fields stand in columns, read from top to bottom. */
    private GridPane fields(Texts spoken) {
        GridPane grid = grid();
        int rows = (fields.size() + COLUMNS - 1) / COLUMNS;
        for (int index = 0; index < fields.size(); index++) {
            String field = fields.get(index);
            grid.add(code(field), index / rows * 2, index % rows);
            grid.add(meaning(spoken.get("filter.field." + field)), index / rows * 2 + 1, index % rows);
        }
        return grid;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("filter-grid");
        return grid;
    }

    private static Label code(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("filter-code");
        return label;
    }

    private static Label meaning(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("filter-meaning");
        return label;
    }
}
