package io.jobdeck.desktop.table;

import io.jobdeck.desktop.action.ActionControls;
import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.action.MenuReasons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/**
 * Puts a table on its rows: order by the column headings, a selection and a scroll position that stay with their rows
 * while others come, go and move, one context menu, and nothing moving under a pressed mouse or an open menu.
 *
 * @param <R> the row
 */
public final class LiveTable<R> {

    private static final double ROW_HEIGHT = 30;
    private static final int MANY = 2_000;

    private final TableView<R> table;
    private final ArrangedRows<R> rows;
    private final ContextMenu menu = new ContextMenu();
    private final ActionControls controls;
    private final Supplier<List<BoundAction>> actions;
    private final ReadOnlyObjectWrapper<Optional<R>> single = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Function<Optional<TableColumn<R, ?>>, List<MenuItem>> more = column -> List.of();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean quiet;
    private boolean pressed;

    /**
     * Wires the table.
     *
     * @param actions those for what is selected, asked for when the menu is requested
     */
    public LiveTable(TableView<R> table, ArrangedRows<R> rows, ActionControls controls,
            Supplier<List<BoundAction>> actions) {
        this.table = table;
        this.rows = rows;
        table.setFixedCellSize(ROW_HEIGHT);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setSortPolicy(sorted -> {
            rows.setOrder(sorted.getSortOrder().stream().filter(TableColumn::isSortable).map(LiveTable::key).toList());
            return true;
        });
        // After sorting the toolkit compares every selected row with every other one; refused, it takes the order back.
        table.setOnSort(event -> {
            if (rows.isHeld()) {
                event.consume();
            }
        });
        table.setItems(rows);
        rows.setAround(this::keepingPlace);
        freezeWhileActing();
        this.controls = controls;
        this.actions = actions;
        new MenuReasons(menu).install();
        table.setOnContextMenuRequested(this::requested);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::requested);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<R>) change -> {
            // The toolkit takes a time that grows with their square to follow rows that move while so many are selected.
            rows.setHeld(table.getSelectionModel().getSelectedIndices().size() > MANY);
            if (!quiet) {
                listeners.forEach(Runnable::run);
            }
        });
        onSelection(() -> {
            List<R> now = selection();
            single.set(now.size() == 1 ? Optional.of(now.get(0)) : Optional.empty());
        });
    }

    /** Returns the rows that are selected, as they are now. */
    public List<R> selection() {
        List<R> selected = new ArrayList<>();
        for (int index : table.getSelectionModel().getSelectedIndices()) {
            if (index < rows.size()) {
                selected.add(rows.get(index));
            }
        }
        return selected;
    }

    /** Returns the row that is selected, if it is one alone. */
    public ReadOnlyObjectProperty<Optional<R>> single() {
        return single.getReadOnlyProperty();
    }

    /** Calls back when another set of rows is selected. */
    public void onSelection(Runnable changed) {
        listeners.add(changed);
    }

    /** Adds to the menu of rows what can be done with rows of any table, given the column it was opened on. */
    public void offer(Function<Optional<TableColumn<R, ?>>, List<MenuItem>> items) {
        more = items;
    }

    private void freezeWhileActing() {
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            pressed = true;
            freeze();
        });
        // The release that follows goes to the menu, not to the table.
        menu.setOnHidden(event -> release());
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> release());
        table.addEventFilter(MouseEvent.MOUSE_MOVED, event -> release());
        ChangeListener<Boolean> follow = (property, before, showing) -> freeze();
        menu.showingProperty().addListener(follow);
    }

    private void release() {
        if (pressed) {
            pressed = false;
            freeze();
        }
    }

    private void freeze() {
        rows.setFrozen(pressed || menu.isShowing());
    }

    private void requested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            showByKeyboard();
        } else {
            show(event.getScreenX(), event.getScreenY(), columnAt(event.getTarget()));
        }
        event.consume();
    }

    /** GTK does not tell of these keys as a request for a menu; where they are told, the menu is open by then. */
    private void requested(KeyEvent event) {
        boolean wanted = event.getCode() == KeyCode.CONTEXT_MENU
                || event.getCode() == KeyCode.F10 && event.isShiftDown();
        if (wanted) {
            showByKeyboard();
            event.consume();
        }
    }

    private void showByKeyboard() {
        if (!menu.isShowing()) {
            Node anchor = selectedRow().orElse(table);
            Bounds bounds = anchor.localToScreen(anchor.getBoundsInLocal());
            show(bounds.getMinX() + ROW_HEIGHT, Math.min(bounds.getMaxY(), bounds.getMinY() + ROW_HEIGHT),
                    Optional.empty());
        }
    }

    private Optional<TableColumn<R, ?>> columnAt(EventTarget target) {
        Node node = target instanceof Node found ? found : null;
        while (node != null && !(node instanceof TableCell<?, ?>)) {
            node = node.getParent();
        }
        return table.getVisibleLeafColumns().stream().filter(ofCell(node)).findFirst();
    }

    private static Predicate<TableColumn<?, ?>> ofCell(Node node) {
        return column -> node instanceof TableCell<?, ?> cell && cell.getTableColumn() == column;
    }

    private void show(double x, double y, Optional<TableColumn<R, ?>> column) {
        List<BoundAction> now = actions.get();
        menu.getItems().setAll(controls.menuItems(now));
        List<MenuItem> general = more.apply(column);
        if (!menu.getItems().isEmpty() && !general.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(general);
        menu.show(table, x, y);
    }

    private Optional<Node> selectedRow() {
        return table.lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && row.isSelected() && row.isVisible())
                .findFirst();
    }

    private static <R, V> RowOrder.Key<R> key(TableColumn<R, V> column) {
        @SuppressWarnings("unchecked")
        Comparator<Object> order = (Comparator<Object>) column.getComparator();
        Comparator<Object> nullsFirst = Comparator.nullsFirst(order);
        return new RowOrder.Key<>(column::getCellData, column.getSortType() == TableColumn.SortType.DESCENDING
                ? nullsFirst.reversed() : nullsFirst);
    }

    private void keepingPlace(Runnable change) {
        List<R> selected = selection();
        R focused = table.getFocusModel().getFocusedItem();
        Optional<R> top = firstVisible();
        int topBefore = top.map(rows::indexOf).orElse(-1);
        quietly(() -> {
            // Following rows that come, go and move at once, the toolkit ends up with other rows selected, here and there.
            table.getSelectionModel().clearSelection();
            change.run();
            restoreSelection(selected);
        });
        restoreFocus(focused);
        if (topBefore > 0) {
            int topAfter = rows.indexOf(rows.successor(top.get()));
            scrollBy(topAfter < 0 ? 0 : topAfter - topBefore);
        }
    }

    /** The selection is the same rows as before, less those that are gone; never a neighbour in their place. */
    private void restoreSelection(List<R> before) {
        Set<R> wanted = new HashSet<>();
        before.forEach(row -> wanted.add(rows.successor(row)));
        for (int index = 0; index < rows.size() && !wanted.isEmpty(); index++) {
            if (wanted.contains(rows.get(index))) {
                table.getSelectionModel().select(index);
            }
        }
    }

    private void restoreFocus(R focused) {
        int focus = focused == null ? -1 : rows.indexOf(rows.successor(focused));
        if (focus >= 0 && table.getFocusModel().getFocusedIndex() != focus) {
            table.getFocusModel().focus(focus);
        }
    }

    /** Tells of a change of the selection once, when it is over, and only if other rows are selected than before. */
    private void quietly(Runnable change) {
        List<R> before = selection();
        quiet = true;
        try {
            change.run();
        } finally {
            quiet = false;
        }
        if (!before.equals(selection())) {
            listeners.forEach(Runnable::run);
        }
    }

    private Optional<R> firstVisible() {
        return flow().map(VirtualFlow::getFirstVisibleCell).map(cell -> cell.getIndex())
                .filter(index -> index >= 0 && index < rows.size())
                .map(rows::get);
    }

    private void scrollBy(int count) {
        if (count != 0) {
            flow().ifPresent(flow -> flow.scrollPixels(count * ROW_HEIGHT));
        }
    }

    private Optional<VirtualFlow<?>> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }
}
