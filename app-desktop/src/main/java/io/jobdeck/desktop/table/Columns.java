package io.jobdeck.desktop.table;

import io.jobdeck.desktop.export.Cell;
import io.jobdeck.desktop.text.Texts;
import java.time.Instant;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;

/** Makes columns show what they are to show, one way for every table. */
public final class Columns {

    private static final double WIDEST_TOOLTIP = 560;

    private final Texts texts;
    private final Times times;
    private final ObservableValue<Instant> now;
    private final Highlights highlights;

    /**
     * Makes columns of one window.
     *
     * @param now the time that relative times count from
     */
    public Columns(Texts texts, Times times, ObservableValue<Instant> now) {
        this.texts = texts;
        this.times = times;
        this.now = now;
        this.highlights = new Highlights(now);
    }

    public Times times() {
        return times;
    }

    /** Returns what points out values that have changed. */
    public Highlights highlights() {
        return highlights;
    }

    /** Returns the time that relative times count from. */
    public ObservableValue<Instant> now() {
        return now;
    }

    /** A text, whole in the tooltip. */
    public <R> void text(TableColumn<R, String> column, Function<R, ObservableValue<String>> value) {
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.setCellFactory(any -> new TextCell<>(highlights, text -> text, text -> text));
        CellValues.write(column, Cell::of);
    }

    /** A constant, shown by its word. */
    public <R, V> void word(TableColumn<R, V> column, Function<R, ObservableValue<V>> value, Function<V, String> word) {
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.setCellFactory(any -> new TextCell<>(highlights, item -> texts.get(word.apply(item)), item -> ""));
        CellValues.write(column, item -> constant(word.apply(item)));
    }

    /** A whole number, to the right, zeros quiet. */
    public <R> void count(TableColumn<R, Number> column, Function<R, ObservableValue<Number>> value) {
        count(column, value, row -> "");
    }

    /** A whole number, to the right, zeros quiet, with details in the tooltip, which may be empty. */
    public <R> void count(TableColumn<R, Number> column, Function<R, ObservableValue<Number>> value,
            Function<R, String> details) {
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.getStyleClass().add("number");
        column.setCellFactory(any -> new CountCell<>(texts, highlights, details));
        CellValues.write(column, Cell::of);
    }

    /** A number with a unit, to the right. */
    public <R> void amount(TableColumn<R, Number> column, Function<R, ObservableValue<Number>> value, String pattern) {
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.getStyleClass().add("number");
        column.setCellFactory(any -> new TextCell<>(highlights, number -> texts.get(pattern, number), number -> ""));
        CellValues.write(column, Cell::of);
    }

    /** How far away a time is, the exact time in the tooltip. */
    public <R> void time(TableColumn<R, Instant> column, Function<R, ObservableValue<Instant>> value) {
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.setCellFactory(any -> new TimeCell<>(times, now));
        CellValues.write(column, time -> Cell.of(times.exact(time), time.toString()));
    }

    /** A state as dot and word, with words after it and details in the tooltip, both of which may be empty. */
    public <R, V> void mark(TableColumn<R, V> column, Function<R, ObservableValue<V>> value, Function<V, Mark> mark,
            Function<R, String> words, Function<R, String> details) {
        column.setCellValueFactory(cell -> value.apply(cell.getValue()));
        column.setCellFactory(any -> new MarkCell<>(texts, now, highlights, mark, words, details));
        CellValues.write(column, item -> constant(mark.apply(item).word()));
    }

    /** The last part of a constant's key is its name. */
    private Cell constant(String key) {
        return Cell.of(texts.get(key), key.substring(key.lastIndexOf('.') + 1));
    }

    /** Names every column by its id, as {@code view.<view>.column.<id>}, in the language chosen. */
    public void headings(String view, Iterable<? extends TableColumn<?, ?>> columns) {
        columns.forEach(column -> column.textProperty()
                .bind(texts.bind("view." + view + ".column." + column.getId())));
    }

    /** A text with a tooltip. */
    private static final class TextCell<R, V> extends TableCell<R, V> {

        private final Function<V, String> text;
        private final Function<V, String> detail;
        private final Highlights.Watch watch;
        private final Tooltip tooltip = new Tooltip();

        TextCell(Highlights highlights, Function<V, String> text, Function<V, String> detail) {
            this.text = text;
            this.detail = detail;
            this.watch = highlights.watch(this);
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST_TOOLTIP);
        }

        @Override
        protected void updateItem(V item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : text.apply(item));
            String more = empty || item == null ? "" : detail.apply(item);
            tooltip.setText(more);
            setTooltip(more.isEmpty() ? null : tooltip);
            watch.saw(empty ? null : item);
        }
    }

    /** A number whose zero is there but says nothing. */
    private static final class CountCell<R> extends TableCell<R, Number> {

        private final Texts texts;

        private final Function<R, String> details;
        private final Highlights.Watch watch;
        private final Tooltip tooltip = new Tooltip();

        CountCell(Texts texts, Highlights highlights, Function<R, String> details) {
            this.texts = texts;
            this.watch = highlights.watch(this);
            this.details = details;
            tooltip.setWrapText(true);
            tooltip.setMaxWidth(WIDEST_TOOLTIP);
        }

        @Override
        protected void updateItem(Number item, boolean empty) {
            super.updateItem(item, empty);
            R row = getTableRow() == null ? null : getTableRow().getItem();
            boolean nothing = empty || item == null || row == null;
            setText(nothing ? null : texts.get("number.count", item));
            getStyleClass().remove("zero");
            if (!nothing && item.longValue() == 0) {
                getStyleClass().add("zero");
            }
            String more = nothing ? "" : details.apply(row);
            tooltip.setText(more);
            setTooltip(more.isEmpty() ? null : tooltip);
            watch.saw(empty ? null : item);
        }
    }

    /** A time that is told anew as the clock moves on. */
    private static final class TimeCell<R> extends TableCell<R, Instant> {

        private final Times times;
        private final ObservableValue<Instant> now;
        private final Tooltip tooltip = new Tooltip();
        private final ChangeListener<Instant> tick = (clock, before, time) -> show(getItem());

        TimeCell(Times times, ObservableValue<Instant> now) {
            this.times = times;
            this.now = now;
            now.addListener(new WeakChangeListener<>(tick));
        }

        @Override
        protected void updateItem(Instant item, boolean empty) {
            super.updateItem(item, empty);
            show(empty ? null : item);
        }

        private void show(Instant item) {
            if (item == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            setText(times.relative(item, now.getValue()));
            tooltip.setText(times.absolute(item));
            setTooltip(tooltip);
        }
    }
}
