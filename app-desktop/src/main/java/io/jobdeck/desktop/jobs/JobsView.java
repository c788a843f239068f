package io.jobdeck.desktop.jobs;

import io.jobdeck.desktop.action.Scope;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.fold.JobCondition;
import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.view.OneTableView;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.RunResult;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;

/** The view of jobs; controller of {@code jobs.fxml}. */
public final class JobsView extends OneTableView<JobRow> {

    private static final String ID = "jobs";
    private static final String ICON = "fth-clock";

    private final JobReasons reasons;

    @FXML
    private TableColumn<JobRow, String> name;
    @FXML
    private TableColumn<JobRow, String> app;
    @FXML
    private TableColumn<JobRow, JobType> type;
    @FXML
    private TableColumn<JobRow, ExecutionType> execution;
    @FXML
    private TableColumn<JobRow, String> cron;
    @FXML
    private TableColumn<JobRow, Instant> nextFire;
    @FXML
    private TableColumn<JobRow, Number> items;
    @FXML
    private TableColumn<JobRow, JobCondition> state;
    @FXML
    private TableColumn<JobRow, Number> running;
    @FXML
    private TableColumn<JobRow, Number> ready;
    @FXML
    private TableColumn<JobRow, RunResult> lastResult;

    /** Makes the view; its table follows the model. */
    public JobsView(JobsModel model, ViewContext context) {
        super(ID, ICON, model.table(), context);
        this.reasons = new JobReasons(context);
        fillColumns();
        work(context.actions().rows(row -> List.of(new Target.Job(row.name())), Scope.JOB),
                actions -> actions.stream().findFirst(), row -> JobDetails.of(context, row)).orderBy(name);
    }

    private void fillColumns() {
        Columns columns = context().columns();
        columns.text(name, row -> new SimpleObjectProperty<>(row.name()));
        columns.text(app, JobRow::appProperty);
        columns.word(type, JobRow::typeProperty, kind -> "job.type." + kind);
        columns.word(execution, JobRow::executionTypeProperty, kind -> "job.execution." + kind);
        columns.text(cron, JobRow::cronProperty);
        columns.time(nextFire, JobRow::nextFireProperty);
        columns.count(items, JobRow::itemsProperty);
        columns.mark(state, JobRow::conditionProperty, JobMarks::of, row -> "", reasons::of);
        columns.count(running, JobRow::runningItemsProperty);
        columns.count(ready, JobRow::readyCountProperty, row -> row.waitingReasonProperty().get());
        columns.mark(lastResult, JobRow::lastResultProperty, JobMarks::of, this::since, this::resultDetails);
        lastResult.setComparator((left, right) -> left.at().compareTo(right.at()));
    }

    private String since(JobRow row) {
        return context().columns().times().relative(row.lastResultProperty().get().at(),
                context().columns().now().getValue());
    }

    private String resultDetails(JobRow row) {
        RunResult result = row.lastResultProperty().get();
        String at = context().columns().times().absolute(result.at());
        return result.message().isEmpty() ? at : result.message() + "\n" + at;
    }
}
