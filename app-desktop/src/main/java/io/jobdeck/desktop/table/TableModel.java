package io.jobdeck.desktop.table;

import io.jobdeck.desktop.filter.FilterFields;
import io.jobdeck.desktop.fold.Delta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;

/**
 * The view model of one table: long-lived rows by key, those that pass the filter, and how many there are. Needs no
 * window. Interface thread only.
 *
 * @param <K> identity of a row
 * @param <F> facts of a row
 * @param <R> the row
 */
public final class TableModel<K, F, R extends Row<K, F>> {

    private final Map<K, R> rows = new HashMap<>();
    private final ArrangedRows<R> shown;
    private final TableFilter<R> filter;
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(this, "total");
    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");
    private final Map<K, Optional<R>> setAside = new HashMap<>();
    private final Function<F, R> newRow;

    /**
     * Makes a table without rows.
     *
     * @param newRow makes the row of facts that are new
     * @param natural order of rows until a person chooses one, and of those which that does not tell apart
     * @param fields what a filter can ask of rows
     */
    public TableModel(Function<F, R> newRow, Comparator<R> natural, FilterFields<R> fields) {
        this.newRow = newRow;
        this.shown = new ArrangedRows<>(natural);
        this.filter = new TableFilter<>(fields, rows(), () -> shown.setFilter(filter()::test));
        paused.addListener((property, before, now) -> {
            if (!now) {
                catchUp();
            }
        });
    }

    /** Returns what is found by words in any of the texts, for tables without fields of their own. */
    public static <R> FilterFields<R> containedIn(Function<R, List<String>> texts) {
        return FilterFields.<R>none().searched(row -> String.join("\n", texts.apply(row)));
    }

    /** Takes what changed: rows that are there follow it, new ones come, others go; unless paused, then nobody sees it. */
    public void apply(Delta<K, F> delta) {
        if (delta.isEmpty()) {
            return;
        }
        if (paused.get()) {
            applyUnseen(delta);
        } else {
            applySeen(delta);
        }
        total.set(rows.size());
    }

    private void applySeen(Delta<K, F> delta) {
        List<R> arrived = new ArrayList<>();
        List<R> gone = new ArrayList<>();
        delta.gone().forEach(key -> Optional.ofNullable(rows.remove(key)).ifPresent(gone::add));
        delta.changed().forEach((key, facts) -> {
            R row = rows.get(key);
            if (row == null) {
                row = newRow.apply(facts);
                rows.put(key, row);
                arrived.add(row);
            } else {
                row.update(facts);
            }
        });
        shown.touch();
        shown.change(arrived, gone);
    }

    /** Rows that are shown keep what they say, and others take their place behind them. */
    private void applyUnseen(Delta<K, F> delta) {
        delta.gone().forEach(key -> {
            setAside(key);
            rows.remove(key);
        });
        delta.changed().forEach((key, facts) -> {
            boolean first = setAside(key);
            R row = rows.get(key);
            if (first || row == null) {
                rows.put(key, newRow.apply(facts));
            } else {
                row.update(facts);
            }
        });
        waiting.set(setAside.size());
    }

    /** Returns whether this is the first change of the row since the pause began. */
    private boolean setAside(K key) {
        return setAside.putIfAbsent(key, Optional.ofNullable(rows.get(key))) == null;
    }

    private void catchUp() {
        Map<R, R> successors = new HashMap<>();
        List<R> arrived = new ArrayList<>();
        List<R> gone = new ArrayList<>();
        setAside.forEach((key, before) -> {
            R now = rows.get(key);
            if (now != null && before.isPresent()) {
                successors.put(before.get(), now);
            } else if (now != null) {
                arrived.add(now);
            } else {
                before.ifPresent(gone::add);
            }
        });
        setAside.clear();
        waiting.set(0);
        shown.exchange(successors, arrived, gone);
    }

    /** Drops all rows, as when another cluster is shown. */
    public void clear() {
        paused.set(false);
        shown.change(List.of(), List.copyOf(rows.values()));
        rows.clear();
        total.set(0);
    }

    /** Filters and orders by the values of now, unless paused; called about twice a second. */
    public void arrange() {
        if (paused.get()) {
            return;
        }
        if (filter.timed()) {
            shown.touch();
        }
        shown.arrangeIfTouched();
    }

    /** Returns whether what is shown stays as it is, whatever happens; what is known of the rows goes on. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** Returns how many rows have changed, come or gone since the pause began. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** Returns the row as it is now, for one that is shown; empty if it is gone although it is still shown. */
    public Optional<R> current(R row) {
        return row(row.key());
    }

    /** Returns the rows that are shown. */
    public ArrangedRows<R> shown() {
        return shown;
    }

    /** Returns the row of the key, shown or not. */
    public Optional<R> row(K key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** Returns all rows, shown or not; unmodifiable and live. */
    public Collection<R> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    /** Returns what a person typed to see certain rows only. */
    public StringProperty filterProperty() {
        return filter.textProperty();
    }

    /** Returns what makes of it that only those rows are shown. */
    public TableFilter<R> filter() {
        return filter;
    }

    /** Returns how many rows there are, shown or not. */
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }
}
