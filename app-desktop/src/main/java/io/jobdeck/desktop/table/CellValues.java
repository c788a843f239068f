package io.jobdeck.desktop.table;

import io.jobdeck.desktop.export.Cell;
import java.util.function.Function;
import javafx.scene.control.TableColumn;

/** How the values of columns are written when rows leave the table; kept with the column itself. */
final class CellValues {

    private CellValues() {
    }

    /** Has the column's values written so; must be safe on any thread, and take any value but null. */
    static <R, V> void write(TableColumn<R, V> column, Function<V, Cell> cell) {
        column.getProperties().put(CellValues.class, new Writing<>(cell));
    }

    /** Returns how the column's values are written. */
    static Function<Object, Cell> writing(TableColumn<?, ?> column) {
        return column.getProperties().get(CellValues.class) instanceof Writing<?> writing
                ? writing::of
                : value -> Cell.of(value.toString());
    }

    private record Writing<V>(Function<V, Cell> cell) {

        /** The values of a column are of the type that its writing takes. */
        @SuppressWarnings("unchecked")
        Cell of(Object value) {
            return cell.apply((V) value);
        }
    }
}
