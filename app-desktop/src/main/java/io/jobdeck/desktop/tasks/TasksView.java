package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.action.Scope;
import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.view.OneTableView;
import io.jobdeck.desktop.view.ViewContext;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;

/** The view of tasks; controller of {@code tasks.fxml}. */
public final class TasksView extends OneTableView<TaskRow> {

    private static final String ID = "tasks";
    private static final String ICON = "fth-activity";

    private final TasksModel model;

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
        super(ID, ICON, model.table(), context);
        this.model = model;
        fillColumns();
        work(context.actions().rows(TaskTargets::of, Scope.TASK).leadingTo(Scope.JOB, Scope.APP),
                none -> Optional.empty(), row -> TaskDetails.of(context, model, row)).orderBy(job);
    }

    private void fillColumns() {
        Columns columns = context().columns();
        columns.text(job, row -> new SimpleObjectProperty<>(row.key().jobName()));
        columns.amount(item, row -> new SimpleObjectProperty<>(row.key().item()), "number.count");
        columns.mark(state, TaskRow::phaseProperty, TaskMarks::of, row -> "", row -> "");
        columns.time(since, TaskRow::sinceProperty);
        LengthCell.fill(length, context(), model::usual);
        columns.text(app, row -> new SimpleObjectProperty<>(row.app()));
        columns.text(agent, row -> new SimpleObjectProperty<>(row.agent()));
        columns.count(attempt, TaskRow::attemptProperty);
        columns.text(executor, row -> new SimpleObjectProperty<>(row.executor()));
        columns.text(run, row -> new SimpleObjectProperty<>(row.run()));
        columns.text(original, row -> new SimpleObjectProperty<>(row.original()));
    }
}
