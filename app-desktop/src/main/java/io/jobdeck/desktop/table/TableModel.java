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
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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
    }

    /** Returns what is found by words in any of the texts, for tables without fields of their own. */
    public static <R> FilterFields<R> containedIn(Function<R, List<String>> texts) {
        return FilterFields.<R>none().searched(row -> String.join("\n", texts.apply(row)));
    }

    /** Takes what changed: rows that are there follow it, new ones come, others go. */
    public void apply(Delta<K, F> delta) {
        if (delta.isEmpty()) {
            return;
        }
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
        total.set(rows.size());
    }

    /** Drops all rows, as when another cluster is shown. */
    public void clear() {
        shown.change(List.of(), List.copyOf(rows.values()));
        rows.clear();
        total.set(0);
    }

    /** Filters and orders by the values of now; called about twice a second. */
    public void arrange() {
        if (filter.timed()) {
            shown.touch();
        }
        shown.arrangeIfTouched();
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
