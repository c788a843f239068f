package io.jobdeck.desktop.table;

import io.jobdeck.desktop.text.Texts;
import java.time.Instant;
import java.util.function.Function;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;

/** A coloured dot, a word, and more of it in the tooltip. */
final class MarkCell<R, V> extends TableCell<R, V> {

    private static final double RADIUS = 4;
    private static final double WIDEST_TOOLTIP = 560;

    private final Texts texts;
    private final Function<V, Mark> mark;
    private final Function<R, String> words;
    private final Function<R, String> details;
    private final Highlights.Watch watch;
    private final Circle dot = new Circle(RADIUS);
    private final Tooltip tooltip = new Tooltip();

    private final ChangeListener<Instant> tick = (clock, before, time) -> show(getItem());

    MarkCell(Texts texts, ObservableValue<Instant> now, Highlights highlights, Function<V, Mark> mark,
            Function<R, String> words, Function<R, String> details) {
        this.texts = texts;
        this.mark = mark;
        this.words = words;
        this.details = details;
        this.watch = highlights.watch(this);
        setGraphicTextGap(8);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDEST_TOOLTIP);
        now.addListener(new WeakChangeListener<>(tick));
    }

    @Override
    protected void updateItem(V value, boolean empty) {
        super.updateItem(value, empty);
        show(empty ? null : value);
        watch.saw(empty ? null : value);
    }

    private void show(V value) {
        R row = getTableRow() == null ? null : getTableRow().getItem();
        if (value == null || row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Mark shown = mark.apply(value);
        String word = texts.get(shown.word());
        String extra = words.apply(row);
        setText(extra.isEmpty() ? word : word + " · " + extra);
        dot.getStyleClass().setAll("dot", shown.tone().styleClass());
        setGraphic(dot);
        String detail = details.apply(row);
        tooltip.setText(detail);
        setTooltip(detail.isEmpty() ? null : tooltip);
    }
}
