package io.jobdeck.desktop.view;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.export.Origin;
import io.jobdeck.desktop.filter.Reading;
import io.jobdeck.desktop.table.ColumnLayout;
import io.jobdeck.desktop.table.ColumnMenu;
import io.jobdeck.desktop.table.LiveTable;
import io.jobdeck.desktop.table.Row;
import io.jobdeck.desktop.table.RowMenu;
import io.jobdeck.desktop.table.TableModel;
import io.jobdeck.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * One table of a view at work: its rows, its actions for what is selected, and what it says when it has no rows.
 *
 * @param <R> the row
 */
public final class TablePane<R extends Row<?, ?>> {

    private final TableView<R> table;
    private final TableModel<?, ?, R> model;
    private final LiveTable<R> live;
    private final ColumnLayout<R> layout;
    private final Supplier<List<BoundAction>> offered;
    private final Placeholder placeholder;
    private final ReadOnlyObjectWrapper<List<BoundAction>> actions = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * Puts the table to work.
     *
     * @param key key of its words, below {@code view.}
     * @param icon what its rows are
     * @param offer makes, of what is selected, what is asked for the actions for it
     * @param first makes, of the actions, the one that makes the first row, if a person can do that
     */
    public TablePane(ViewContext context, String key, String icon, TableView<R> table, TableModel<?, ?, R> model,
            Function<Supplier<List<R>>, Supplier<List<BoundAction>>> offer,
            Function<List<BoundAction>, Optional<BoundAction>> first) {
        this.table = table;
        this.model = model;
        this.live = new LiveTable<>(table, model.shown(), context.controls(), actions::get);
        model.filter().readBy(new Reading(context.texts()::everywhere, context.columns().times().zone(),
                context.status().nowProperty()::get));
        this.offered = offer.apply(this::selection);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pause);
        context.columns().headings(key, table.getColumns());
        layout = new ColumnLayout<>(table, key, context.tools().layouts());
        offerForAnyRow(key, context);
        context.texts().languageProperty().addListener((property, before, language) -> table.refresh());
        live.onSelection(this::refreshActions);
        refreshActions();
        placeholder = Placeholder.lookAfter(context, key, icon, table, model, first.apply(actions.get()));
    }

    /** Has another source than the live tree say why there are no rows, looked at again when {@code changes} does. */
    public void emptyBecause(ObservableValue<?> changes, Supplier<Optional<EmptyState>> reason) {
        placeholder.ask(changes, reason);
    }

    private void offerForAnyRow(String key, ViewContext context) {
        ColumnMenu<R> columns = new ColumnMenu<>(table, layout, context.texts());
        RowMenu<R> rows = new RowMenu<>(table, live::selection, () -> new Origin(key, context.tools().cluster(),
                model.filterProperty().get(), context.status().nowProperty().get()), context.tools().output(),
                context.texts());
        live.offer(column -> {
            List<MenuItem> items = new ArrayList<>(rows.items(column));
            items.add(columns.submenu());
            return items;
        });
    }

    /** Orders the rows by a column until a person chooses another one. */
    public void orderBy(TableColumn<R, ?> column) {
        layout.orderBy(column);
    }

    /** Returns the actions for what is selected. */
    public ReadOnlyObjectProperty<List<BoundAction>> actions() {
        return actions.getReadOnlyProperty();
    }

    /** Returns the details of the row that is selected, if it is one alone. */
    public ObservableValue<Optional<Details>> details(Function<R, Details> of) {
        return live.single().map(row -> row.map(of));
    }

    private void pause(KeyEvent event) {
        if (event.getCode() == KeyCode.P && !event.isShortcutDown() && !event.isAltDown()) {
            model.pausedProperty().set(!model.pausedProperty().get());
            event.consume();
        }
    }

    /** What is done with rows is done with them as they are now, although they may be shown as they were. */
    private List<R> selection() {
        List<R> selected = live.selection();
        return model.pausedProperty().get()
                ? selected.stream().map(model::current).flatMap(Optional::stream).toList()
                : selected;
    }

    /** Has the controls of a view serve this table, where one view has several. */
    public void controlledBy(FilterField filter, PauseButton pause, Texts texts) {
        filter.attend(model.filter());
        pause.attend(model, texts);
    }

    /** Arranges the rows by their values of now, and looks again at what can be done with those selected. */
    public void arrange() {
        model.arrange();
        refreshActions();
    }

    /** Puts the focus on the rows. */
    public void focus() {
        table.requestFocus();
    }

    private void refreshActions() {
        List<BoundAction> now = offered.get();
        if (!now.equals(actions.get())) {
            actions.set(now);
        }
    }
}
