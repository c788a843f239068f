package io.jobdeck.desktop.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;

/**
 * Points out cells whose value has changed, for about a second, in two steps. It goes by the clock of the window and needs
 * no timer of its own; when very much changes at once it points out some of it only. Interface thread only.
 */
public final class Highlights {

    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");
    private static final PseudoClass FADING = PseudoClass.getPseudoClass("fading");
    private static final Duration FRESH_FOR = Duration.ofMillis(500);
    private static final Duration SHOWN_FOR = Duration.ofMillis(1000);
    private static final int MOST = 60;

    private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted", true);
    private final Map<TableCell<?, ?>, Instant> shown = new LinkedHashMap<>();
    private final ObservableValue<Instant> now;

    Highlights(ObservableValue<Instant> now) {
        this.now = now;
        now.addListener((clock, before, time) -> fade(time));
    }

    /** Returns whether changes are pointed out. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** Returns what notices the changes of a cell. */
    Watch watch(TableCell<?, ?> cell) {
        return new Watch(cell);
    }

    private void pointOut(TableCell<?, ?> cell) {
        if (wanted.get() && shown.size() < MOST) {
            shown.put(cell, now.getValue());
            step(cell, true, false);
        }
    }

    private void forget(TableCell<?, ?> cell) {
        if (shown.remove(cell) != null) {
            step(cell, false, false);
        }
    }

    private void fade(Instant time) {
        Iterator<Map.Entry<TableCell<?, ?>, Instant>> each = shown.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<TableCell<?, ?>, Instant> entry = each.next();
            Duration age = Duration.between(entry.getValue(), time);
            boolean over = age.compareTo(SHOWN_FOR) >= 0;
            boolean fresh = age.compareTo(FRESH_FOR) < 0;
            step(entry.getKey(), fresh, !fresh && !over);
            if (over) {
                each.remove();
            }
        }
    }

    private static void step(TableCell<?, ?> cell, boolean fresh, boolean fading) {
        cell.pseudoClassStateChanged(FRESH, fresh);
        cell.pseudoClassStateChanged(FADING, fading);
    }

    /** Knows what a cell showed last, and of which row, since cells are used for one row after another. */
    final class Watch {

        private final TableCell<?, ?> cell;
        private Object key;
        private Object value;

        private Watch(TableCell<?, ?> cell) {
            this.cell = cell;
        }

        /** Hears what the cell shows now, null for nothing. */
        void saw(Object newValue) {
            Object newKey = keyOf(cell);
            boolean sameRow = newKey != null && newKey.equals(key);
            if (!sameRow) {
                forget(cell);
            } else if (!Objects.equals(newValue, value)) {
                pointOut(cell);
            }
            key = newKey;
            value = newValue;
        }

        private static Object keyOf(TableCell<?, ?> cell) {
            int index = cell.getIndex();
            boolean onARow = cell.getTableView() != null && index >= 0 && index < cell.getTableView().getItems().size();
            return onARow && cell.getTableView().getItems().get(index) instanceof Row<?, ?> row ? row.key() : null;
        }
    }
}
