package io.jobdeck.desktop.view;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.table.Row;
import io.jobdeck.desktop.table.TableModel;
import io.jobdeck.desktop.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/**
 * A view of one table with its heading, its count, a filter and a pause; controller of the FXML file beside it that is named
 * by its id. A view of that kind fills its columns and then puts the table {@linkplain #work to work}.
 *
 * @param <R> the row
 */
public abstract class OneTableView<R extends Row<?, ?>> implements ConsoleView {

    private final String id;
    private final String icon;
    private final TableModel<?, ?, R> model;
    private final ViewContext context;
    private final Parent root;
    private TablePane<R> pane;
    private ObservableValue<Optional<Details>> details;

    @FXML
    private Label title;
    @FXML
    private Label count;
    @FXML
    private PauseButton pause;
    @FXML
    private FilterField filter;
    @FXML
    private TableView<R> table;

    /** Loads the view, its columns still empty. */
    protected OneTableView(String id, String icon, TableModel<?, ?, R> model, ViewContext context) {
        this.id = id;
        this.icon = icon;
        this.model = model;
        this.context = context;
        this.root = Fxml.load(this, id + ".fxml");
        Texts texts = context.texts();
        title.textProperty().bind(texts.bind("view." + id + ".name"));
        RowCount.tell(count, model, texts);
        filter.speak(texts);
        filter.textProperty().bindBidirectional(model.filterProperty());
    }

    /**
     * Puts the table to work, once its columns are filled.
     *
     * @param offer makes, of what is selected, what is asked for the actions for it
     * @param first makes, of the actions, the one that makes the first row, if a person can do that
     * @param detailsOf makes the details of a row
     */
    protected final TablePane<R> work(Function<Supplier<List<R>>, Supplier<List<BoundAction>>> offer,
            Function<List<BoundAction>, Optional<BoundAction>> first, Function<R, Details> detailsOf) {
        pane = new TablePane<>(context, id, icon, table, model, offer, first);
        pane.controlledBy(filter, pause, context.texts());
        details = pane.details(detailsOf);
        return pane;
    }

    /** Returns what the view works with. */
    protected final ViewContext context() {
        return context;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String icon() {
        return icon;
    }

    @Override
    public final Node root() {
        return root;
    }

    @Override
    public final ObservableValue<List<BoundAction>> actions() {
        return pane.actions();
    }

    @Override
    public final ObservableValue<Optional<Details>> details() {
        return details;
    }

    @Override
    public final void filter(String words) {
        filter.setText(words);
    }

    @Override
    public final void focus() {
        pane.focus();
    }

    @Override
    public final void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public final void arrange() {
        pane.arrange();
    }
}
