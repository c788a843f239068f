package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.action.Scope;
import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ConsoleView;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.FilterField;
import io.jobdeck.desktop.view.Fxml;
import io.jobdeck.desktop.view.PauseButton;
import io.jobdeck.desktop.view.RowCount;
import io.jobdeck.desktop.view.TablePane;
import io.jobdeck.desktop.view.ViewContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The view of tasks; controller of {@code tasks.fxml}. */
public final class TasksView implements ConsoleView {

    private static final String ID = "tasks";
    private static final String ICON = "fth-activity";

    private final TasksModel model;
    private final ViewContext context;
    private final Parent root;
    private final TablePane<TaskRow> pane;
    private final ObservableValue<Optional<Details>> details;

    @FXML
    private Label title;
    @FXML
    private Label count;
    @FXML
    private PauseButton pause;
    @FXML
    private FilterField filter;
    @FXML
    private TableView<TaskRow> table;
    @FXML
    private TableColumn<TaskRow, String> job;
    @FXML
    private TableColumn<TaskRow, Number> item;
    @FXML
    private TableColumn<TaskRow, TaskPhase> state;
    @FXML
    private TableColumn<TaskRow, Instant> since;
    @FXML
    private TableColumn<TaskRow, Instant> length;
    @FXML
    private TableColumn<TaskRow, String> app;
    @FXML
    private TableColumn<TaskRow, String> agent;
    @FXML
    private TableColumn<TaskRow, Number> attempt;
    @FXML
    private TableColumn<TaskRow, String> executor;
    @FXML
    private TableColumn<TaskRow, String> run;
    @FXML
    private TableColumn<TaskRow, String> original;

    /** Makes the view; its table follows the model. */
    public TasksView(TasksModel model, ViewContext context) {
        this.model = model;
        this.context = context;
        this.root = Fxml.load(this, "tasks.fxml");
        fillColumns();
        pane = new TablePane<>(context, ID, ICON, table, model.table(),
                context.actions().rows(TaskTargets::of, Scope.TASK).leadingTo(Scope.JOB, Scope.APP),
                none -> Optional.empty());
        pane.controlledBy(filter, pause, context.texts());
        pane.orderBy(job);
        details = pane.details(row -> TaskDetails.of(context, model, row));
    }

    @FXML
    private void initialize() {
        Texts texts = context.texts();
        title.textProperty().bind(texts.bind("view.tasks.name"));
        RowCount.tell(count, model.table(), texts);
        filter.speak(texts);
        filter.textProperty().bindBidirectional(model.table().filterProperty());
    }

    private void fillColumns() {
        Columns columns = context.columns();
        columns.text(job, row -> new SimpleObjectProperty<>(row.key().jobName()));
        columns.amount(item, row -> new SimpleObjectProperty<>(row.key().item()), "number.count");
        columns.mark(state, TaskRow::phaseProperty, TaskMarks::of, row -> "", row -> "");
        columns.time(since, TaskRow::sinceProperty);
        LengthCell.fill(length, context, model::usual);
        columns.text(app, row -> new SimpleObjectProperty<>(row.app()));
        columns.text(agent, row -> new SimpleObjectProperty<>(row.agent()));
        columns.count(attempt, TaskRow::attemptProperty);
        columns.text(executor, row -> new SimpleObjectProperty<>(row.executor()));
        columns.text(run, row -> new SimpleObjectProperty<>(row.run()));
        columns.text(original, row -> new SimpleObjectProperty<>(row.original()));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String icon() {
        return ICON;
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ObservableValue<List<BoundAction>> actions() {
        return pane.actions();
    }

    @Override
    public ObservableValue<Optional<Details>> details() {
        return details;
    }

    @Override
    public void filter(String words) {
        filter.setText(words);
    }

    @Override
    public void focus() {
        pane.focus();
    }

    @Override
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public void arrange() {
        pane.arrange();
    }
}
