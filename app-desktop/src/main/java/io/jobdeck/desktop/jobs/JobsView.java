package io.jobdeck.desktop.jobs;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.action.Scope;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.fold.JobCondition;
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
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.RunResult;
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

/** The view of jobs; controller of {@code jobs.fxml}. */
public final class JobsView implements ConsoleView {

    private static final String ID = "jobs";
    private static final String ICON = "fth-clock";

    private final JobsModel model;
    private final ViewContext context;
    private final Parent root;
    private final TablePane<JobRow> pane;
    private final JobReasons reasons;
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
    private TableView<JobRow> table;
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
        this.model = model;
        this.context = context;
        this.reasons = new JobReasons(context);
        this.root = Fxml.load(this, "jobs.fxml");
        fillColumns();
        pane = new TablePane<>(context, ID, ICON, table, model.table(),
                context.actions().rows(row -> List.of(new Target.Job(row.name())), Scope.JOB),
                actions -> actions.stream().findFirst());
        pane.orderBy(name);
        details = pane.details(row -> JobDetails.of(context, row));
    }

    @FXML
    private void initialize() {
        Texts texts = context.texts();
        title.textProperty().bind(texts.bind("view.jobs.name"));
        RowCount.tell(count, model.table(), texts);
        filter.speak(texts);
        filter.textProperty().bindBidirectional(model.table().filterProperty());
        filter.attend(model.table().filter());
        pause.attend(model.table(), texts);
    }

    private void fillColumns() {
        Columns columns = context.columns();
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
        return context.columns().times().relative(row.lastResultProperty().get().at(),
                context.columns().now().getValue());
    }

    private String resultDetails(JobRow row) {
        RunResult result = row.lastResultProperty().get();
        String at = context.columns().times().absolute(result.at());
        return result.message().isEmpty() ? at : result.message() + "\n" + at;
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
