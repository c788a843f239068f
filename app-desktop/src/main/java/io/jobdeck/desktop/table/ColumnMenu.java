package io.jobdeck.desktop.table;

import io.jobdeck.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/**
 * Lets a person choose the columns of a table: by the button at its corner, by a right click on a heading, and, for the
 * keyboard, from the menu of its rows.
 *
 * @param <R> the row
 */
public final class ColumnMenu<R> {

    private static final String CORNER = ".show-hide-columns-button";

    private final TableView<R> table;
    private final ColumnLayout<R> layout;
    private final Texts texts;
    private final ContextMenu menu = new ContextMenu();

    /** Lets a person choose from now on. */
    public ColumnMenu(TableView<R> table, ColumnLayout<R> layout, Texts texts) {
        this.table = table;
        this.layout = layout;
        this.texts = texts;
        menu.getItems().setAll(items());
        menu.setOnShowing(event -> menu.getItems().setAll(items()));
        layout.columns().forEach(column -> column.setContextMenu(menu));
        table.setTableMenuButtonVisible(true);
        List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)
                .forEach(type -> table.addEventFilter(type, this::corner));
    }

    /** The toolkit's own menu of that button cannot be added to, so that this one takes its place. */
    private void corner(MouseEvent event) {
        Node button = table.lookup(CORNER);
        if (button == null || !(event.getTarget() instanceof Node target) || !isWithin(target, button)) {
            return;
        }
        if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            menu.show(button, Side.BOTTOM, 0, 0);
        }
        event.consume();
    }

    private static boolean isWithin(Node node, Node ancestor) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == ancestor) {
                return true;
            }
        }
        return false;
    }

    /** Returns the same choices as a part of another menu. */
    public Menu submenu() {
        Menu submenu = new Menu(texts.get("table.columns"), null, items().toArray(MenuItem[]::new));
        submenu.setId("table.columns");
        return submenu;
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        layout.columns().forEach(column -> items.add(item(column)));
        items.add(new SeparatorMenuItem());
        MenuItem reset = new MenuItem(texts.get("table.columns.reset"));
        reset.setId("table.columns.reset");
        reset.setOnAction(event -> layout.reset());
        items.add(reset);
        return items;
    }

    private MenuItem item(TableColumn<R, ?> column) {
        CheckMenuItem item = new CheckMenuItem(column.getText());
        item.setId("table.column." + column.getId());
        item.setSelected(column.isVisible());
        item.setDisable(column.isVisible() && table.getVisibleLeafColumns().size() == 1);
        item.setOnAction(event -> column.setVisible(item.isSelected()));
        return item;
    }
}
