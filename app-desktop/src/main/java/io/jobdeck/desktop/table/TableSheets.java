package io.jobdeck.desktop.table;

import io.jobdeck.desktop.export.Origin;
import io.jobdeck.desktop.export.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Takes rows out of a table as they are now. Only values are taken, which is quick; they are put into words by whoever
 * writes them.
 *
 * @param <R> the row
 */
final class TableSheets<R> {

    private final TableView<R> table;

    TableSheets(TableView<R> table) {
        this.table = table;
    }

    /** Returns the visible columns of the rows. */
    Sheet of(List<R> rows, Optional<Origin> origin) {
        List<TableColumn<R, ?>> columns = List.copyOf(table.getVisibleLeafColumns());
        List<List<Object>> values = new ArrayList<>(rows.size());
        for (R row : rows) {
            List<Object> line = new ArrayList<>(columns.size());
            for (TableColumn<R, ?> column : columns) {
                line.add(column.getCellData(row));
            }
            values.add(line);
        }
        return new Sheet(columns.stream().map(TableSheets::column).toList(), values, origin);
    }

    /** Returns what one cell says. */
    String text(R row, TableColumn<R, ?> column) {
        Object value = column.getCellData(row);
        return value == null ? "" : CellValues.writing(column).apply(value).text();
    }

    private static Sheet.Column column(TableColumn<?, ?> column) {
        return new Sheet.Column(column.getId(), column.getText(), CellValues.writing(column));
    }
}
