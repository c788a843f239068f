package io.jobdeck.desktop.table;

import io.jobdeck.desktop.preferences.TableLayout;
import io.jobdeck.desktop.preferences.TableLayouts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/**
 * Keeps the columns of a table as a person has arranged them: which are visible, in what order, how wide, and what rows
 * are ordered by. Widths are kept when a person has drawn them, not when the window has grown.
 *
 * @param <R> the row
 */
public final class ColumnLayout<R> {

    private final TableView<R> table;
    private final String key;
    private final TableLayouts layouts;
    private final List<TableColumn<R, ?>> usual;
    private final Set<TableColumn<R, ?>> usuallyVisible;
    private final Map<TableColumn<R, ?>, Double> usualWidths = new HashMap<>();
    private final Map<TableColumn<R, ?>, Double> widths = new HashMap<>();
    private List<TableColumn<R, ?>> usualOrder;
    private Map<TableColumn<R, ?>, Double> widthsAtPress = Map.of();
    private boolean restoring;

    /**
     * Arranges the columns as they were kept, and keeps them from now on.
     *
     * @param key key of the table
     */
    public ColumnLayout(TableView<R> table, String key, TableLayouts layouts) {
        this.table = table;
        this.key = key;
        this.layouts = layouts;
        this.usual = List.copyOf(table.getColumns());
        this.usualOrder = List.copyOf(table.getSortOrder());
        this.usuallyVisible = Set.copyOf(table.getVisibleLeafColumns());
        usual.forEach(column -> usualWidths.put(column, column.getPrefWidth()));
        widths.putAll(usualWidths);
        layouts.of(key).ifPresent(this::restore);
        listen();
    }

    private void listen() {
        InvalidationListener changed = change -> keep();
        usual.forEach(column -> {
            column.visibleProperty().addListener(changed);
            column.sortTypeProperty().addListener(changed);
        });
        table.getColumns().addListener((ListChangeListener<TableColumn<R, ?>>) change -> keep());
        table.getSortOrder().addListener((ListChangeListener<TableColumn<R, ?>>) change -> keep());
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> widthsAtPress = widthsNow());
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> keepDrawnWidths());
    }

    /** Orders the rows so unless a person has chosen another order. */
    public void orderBy(TableColumn<R, ?> column) {
        usualOrder = List.of(column);
        boolean chosen = layouts.of(key).filter(layout -> !layout.order().isEmpty()).isPresent();
        if (!chosen) {
            quietly(() -> table.getSortOrder().setAll(usualOrder));
        }
    }

    /** Goes back to how the columns are without anybody's doing. */
    public void reset() {
        quietly(() -> {
            table.getColumns().setAll(usual);
            usual.forEach(column -> {
                column.setVisible(usuallyVisible.contains(column));
                column.setSortType(TableColumn.SortType.ASCENDING);
                width(column, usualWidths.get(column));
            });
            table.getSortOrder().setAll(usualOrder);
        });
        widths.putAll(usualWidths);
        layouts.reset(key);
    }

    /** Returns the columns in their usual order, visible or not. */
    public List<TableColumn<R, ?>> columns() {
        return usual;
    }

    private void restore(TableLayout layout) {
        quietly(() -> {
            List<TableColumn<R, ?>> order = new ArrayList<>();
            layout.columns().forEach(kept -> column(kept.id()).ifPresent(column -> {
                order.add(column);
                column.setVisible(kept.visible());
                width(column, kept.width());
                widths.put(column, kept.width());
            }));
            usual.stream().filter(column -> !order.contains(column)).forEach(order::add);
            table.getColumns().setAll(order);
            List<TableColumn<R, ?>> sorted = new ArrayList<>();
            layout.order().forEach(kept -> column(kept.id()).ifPresent(column -> {
                column.setSortType(kept.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                sorted.add(column);
            }));
            table.getSortOrder().setAll(sorted);
        });
    }

    /** A preferred width that stays the same would not bring back a width that was drawn. */
    private void width(TableColumn<R, ?> column, double width) {
        column.setPrefWidth(width + 1);
        column.setPrefWidth(width);
    }

    private Optional<TableColumn<R, ?>> column(String id) {
        for (TableColumn<R, ?> column : usual) {
            if (id.equals(column.getId())) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private void quietly(Runnable change) {
        restoring = true;
        try {
            change.run();
        } finally {
            restoring = false;
        }
    }

    /** Between press and release widths change by a person's hand only, or by two presses on the line between columns. */
    private void keepDrawnWidths() {
        Map<TableColumn<R, ?>, Double> now = widthsNow();
        if (!now.equals(widthsAtPress) && now.keySet().equals(widthsAtPress.keySet())) {
            widths.putAll(now);
            keep();
        }
    }

    private Map<TableColumn<R, ?>, Double> widthsNow() {
        Map<TableColumn<R, ?>, Double> now = new HashMap<>();
        table.getVisibleLeafColumns().forEach(column -> now.put(column, column.getWidth()));
        return now;
    }

    private void keep() {
        if (!restoring) {
            layouts.keep(key, new TableLayout(
                    table.getColumns().stream().map(column -> new TableLayout.Column(column.getId(), widths.get(column),
                            column.isVisible())).toList(),
                    table.getSortOrder().stream().map(column -> new TableLayout.Order(column.getId(),
                            column.getSortType() == TableColumn.SortType.DESCENDING)).toList()));
        }
    }
}
