package io.jobdeck.desktop.difference;

import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows differences: fields with their values before and after, and lines as in a unified diff. */
public final class DifferenceView {

    private static final double NAME_WIDTH = 190;
    private static final int LONGEST_VALUE = 400;
    private static final String ARROW = "→";

    private final Texts texts;

    public DifferenceView(Texts texts) {
        this.texts = texts;
    }

    /** Returns the fields, each with its value before and after. */
    public Region fields(List<FieldDifference> differences) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("field-differences");
        ColumnConstraints name = new ColumnConstraints(NAME_WIDTH);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setPrefWidth(NAME_WIDTH);
        grid.getColumnConstraints().addAll(name, value, new ColumnConstraints(), value);
        int row = 0;
        for (FieldDifference difference : differences) {
            grid.addRow(row++, label(difference.path(), "difference-name"), value(difference.before().map(FieldDifference::text), "before"),
                    label(ARROW, "difference-arrow"), value(difference.after().map(FieldDifference::text), "after"));
        }
        return grid;
    }

    private Label value(Optional<String> value, String side) {
        Label label = label(value.map(DifferenceView::shown).orElseGet(() -> texts.get("difference.absent")), "difference-value");
        label.getStyleClass().add(value.isPresent() ? side : "absent");
        return label;
    }

    private static String shown(String value) {
        if (value.isEmpty()) {
            return "“”";
        }
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }

    /** Returns the lines of a unified diff. */
    public Region lines(List<DiffLine> lines) {
        VBox column = new VBox();
        column.getStyleClass().addAll("diff-lines", "monospace");
        lines.forEach(line -> column.getChildren().add(line(line)));
        return column;
    }

    private HBox line(DiffLine line) {
        if (line.kind() == DiffLine.Kind.SKIPPED) {
            HBox row = new HBox(label(texts.get("difference.skipped", Integer.valueOf(line.text())), "diff-skipped"));
            row.getStyleClass().add("diff-line");
            return row;
        }
        Label text = label(sign(line) + " " + line.text(), "diff-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(number(line.before()), number(line.after()), text);
        row.getStyleClass().add("diff-line");
        switch (line.kind()) {
            case ADDED -> row.getStyleClass().add("added");
            case REMOVED -> row.getStyleClass().add("removed");
            default -> row.getStyleClass().add("same");
        }
        return row;
    }

    private static String sign(DiffLine line) {
        return switch (line.kind()) {
            case ADDED -> "+";
            case REMOVED -> "−";
            default -> " ";
        };
    }

    private static Label number(int number) {
        Label label = new Label(number == 0 ? "" : String.valueOf(number));
        label.getStyleClass().add("diff-number");
        return label;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
