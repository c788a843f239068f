package io.jobdeck.desktop.table;

import io.jobdeck.desktop.export.Origin;
import io.jobdeck.desktop.export.SheetFormat;
import io.jobdeck.desktop.export.SheetOutput;
import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What can be done with rows of any table: take them elsewhere.
 *
 * @param <R> the row
 */
public final class RowMenu<R> {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<R> table;
    private final TableColumn<R, ?> name;
    private final TableSheets<R> sheets;
    private final Supplier<List<R>> selection;
    private final Supplier<Origin> origin;
    private final SheetOutput output;
    private final Texts texts;

    /**
     * Makes the menu of a table whose first column, as things stand now, names its rows.
     *
     * @param origin where the rows come from, at the time it is asked
     */
    public RowMenu(TableView<R> table, Supplier<List<R>> selection, Supplier<Origin> origin, SheetOutput output,
            Texts texts) {
        this.table = table;
        this.name = table.getColumns().get(0);
        this.sheets = new TableSheets<>(table);
        this.selection = selection;
        this.origin = origin;
        this.output = output;
        this.texts = texts;
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY.match(event)) {
                copy(SheetFormat.TEXT);
                event.consume();
            }
        });
    }

    /**
     * Returns the items for what is selected.
     *
     * @param column the column that the menu was opened on, if it was on one
     */
    public List<MenuItem> items(Optional<TableColumn<R, ?>> column) {
        return List.of(copyMenu(column), exportMenu());
    }

    private Menu copyMenu(Optional<TableColumn<R, ?>> column) {
        Menu menu = new Menu(texts.get("table.copy"), new FontIcon("fth-copy"));
        menu.setId("table.copy");
        column.ifPresent(on -> menu.getItems().add(
                item("table.copy.cell", on.getText(), () -> output.copy(texts(on)))));
        menu.getItems().add(item("table.copy.name", name.getText(), () -> output.copy(texts(name))));
        for (SheetFormat format : SheetFormat.values()) {
            menu.getItems().add(item("table.copy." + format, "", () -> copy(format)));
        }
        menu.getItems().stream().filter(item -> item.getId().equals("table.copy.TEXT"))
                .forEach(item -> item.setAccelerator(COPY));
        menu.setDisable(selection.get().isEmpty());
        return menu;
    }

    private Menu exportMenu() {
        Menu menu = new Menu(texts.get("table.export"), new FontIcon("fth-download"));
        menu.setId("table.export");
        for (SheetFormat format : SheetFormat.values()) {
            menu.getItems().add(item("table.export." + format, "", () -> export(format)));
        }
        menu.setDisable(table.getItems().isEmpty());
        return menu;
    }

    private MenuItem item(String key, String argument, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key, argument));
        item.setId(key);
        item.setOnAction(event -> action.run());
        return item;
    }

    private String texts(TableColumn<R, ?> column) {
        return String.join("\n", selection.get().stream().map(row -> sheets.text(row, column)).toList());
    }

    /** Copies the rows that are selected, if there are any. */
    private void copy(SheetFormat format) {
        List<R> rows = selection.get();
        if (!rows.isEmpty()) {
            output.copy(sheets.of(rows, Optional.of(origin.get())), format);
        }
    }

    private void export(SheetFormat format) {
        output.save(sheets.of(table.getItems(), Optional.of(origin.get())), format);
    }
}
