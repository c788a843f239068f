package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.action.Scope;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.fold.DisabledFacts;
import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.table.TableModel;
import io.jobdeck.desktop.tasks.LengthCell;
import io.jobdeck.desktop.tasks.TaskDetails;
import io.jobdeck.desktop.tasks.TaskMarks;
import io.jobdeck.desktop.tasks.TaskPhase;
import io.jobdeck.desktop.tasks.TaskRow;
import io.jobdeck.desktop.tasks.TaskTargets;
import io.jobdeck.desktop.tasks.TasksModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ConsoleView;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.FilterField;
import io.jobdeck.desktop.view.Fxml;
import io.jobdeck.desktop.view.PauseButton;
import io.jobdeck.desktop.view.TablePane;
import io.jobdeck.desktop.view.ViewContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The view of the four queues, one tab each; controller of {@code queues.fxml}. */
public final class QueuesView implements ConsoleView {

    private static final String ID = "queues";
    private static final String ICON = "fth-layers";

    private final QueuesModel model;
    private final TasksModel tasks;
    private final ViewContext context;
    private final Parent root;
    private final QueueWords words;
    private final Map<Tab, TablePane<?>> panes;
    private final Map<Tab, ObservableValue<Optional<Details>>> detailsOf = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<Details>> details = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<BoundAction>> actions = new ReadOnlyObjectWrapper<>(List.of());

    @FXML
    private Label title;
    @FXML
    private PauseButton pause;
    @FXML
    private FilterField filter;
    @FXML
    private TabPane tabs;
    @FXML
    private Tab readyTab;
    @FXML
    private Tab runningTab;
    @FXML
    private Tab failoverTab;
    @FXML
    private Tab disabledTab;
    @FXML
    private TableView<ReadyRow> readyTable;
    @FXML
    private TableColumn<ReadyRow, String> readyJob;
    @FXML
    private TableColumn<ReadyRow, String> readyApp;
    @FXML
    private TableColumn<ReadyRow, String> readyRun;
    @FXML
    private TableColumn<ReadyRow, Number> readyCount;
    @FXML
    private TableColumn<ReadyRow, Instant> readySince;
    @FXML
    private TableColumn<ReadyRow, String> readyReason;
    @FXML
    private TableColumn<ReadyRow, String> readyHelp;
    @FXML
    private TableView<TaskRow> runningTable;
    @FXML
    private TableColumn<TaskRow, String> runningJob;
    @FXML
    private TableColumn<TaskRow, Number> runningItem;
    @FXML
    private TableColumn<TaskRow, String> runningApp;
    @FXML
    private TableColumn<TaskRow, TaskPhase> runningState;
    @FXML
    private TableColumn<TaskRow, Instant> runningSince;
    @FXML
    private TableColumn<TaskRow, Instant> runningLength;
    @FXML
    private TableColumn<TaskRow, String> runningAgent;
    @FXML
    private TableColumn<TaskRow, String> runningTask;
    @FXML
    private TableView<FailoverRow> failoverTable;
    @FXML
    private TableColumn<FailoverRow, String> failoverJob;
    @FXML
    private TableColumn<FailoverRow, Number> failoverItem;
    @FXML
    private TableColumn<FailoverRow, String> failoverApp;
    @FXML
    private TableColumn<FailoverRow, Number> failoverAttempts;
    @FXML
    private TableColumn<FailoverRow, Instant> failoverNext;
    @FXML
    private TableColumn<FailoverRow, String> failoverAvoided;
    @FXML
    private TableColumn<FailoverRow, String> failoverMessage;
    @FXML
    private TableColumn<FailoverRow, String> failoverReason;
    @FXML
    private TableColumn<FailoverRow, String> failoverOriginal;
    @FXML
    private TableView<DisabledRow> disabledTable;
    @FXML
    private TableColumn<DisabledRow, DisabledFacts.Kind> disabledKind;
    @FXML
    private TableColumn<DisabledRow, String> disabledName;
    @FXML
    private TableColumn<DisabledRow, String> disabledApp;
    @FXML
    private TableColumn<DisabledRow, String> disabledBy;
    @FXML
    private TableColumn<DisabledRow, Instant> disabledSince;
    @FXML
    private TableColumn<DisabledRow, Instant> disabledUntil;
    @FXML
    private TableColumn<DisabledRow, Number> disabledBacklog;

    /** Makes the view; its tables follow the model. */
    public QueuesView(QueuesModel model, TasksModel tasks, ViewContext context) {
        this.model = model;
        this.tasks = tasks;
        this.context = context;
        this.root = Fxml.load(this, "queues.fxml");
        this.words = new QueueWords(context);
        fillReady(context.columns());
        fillRunning(context.columns());
        fillFailover(context.columns());
        fillDisabled(context.columns());
        this.panes = panes();
        tabs.getSelectionModel().selectedItemProperty().addListener((property, before, tab) -> bringForward());
        bringForward();
    }

    @FXML
    private void initialize() {
        Texts texts = context.texts();
        title.textProperty().bind(texts.bind("view.queues.name"));
        filter.speak(texts);
        List.of(model.ready(), model.running(), model.failover(), model.disabled())
                .forEach(table -> table.filterProperty().bindBidirectional(filter.textProperty()));
        head(readyTab, "queues.ready", model.ready());
        head(runningTab, "queues.running", model.running());
        head(failoverTab, "queues.failover", model.failover());
        head(disabledTab, "queues.disabled", model.disabled());
    }

    private void head(Tab tab, String key, TableModel<?, ?, ?> table) {
        ReadOnlyIntegerProperty total = table.totalProperty();
        tab.textProperty().bind(Bindings.createStringBinding(
                () -> context.texts().get("view." + key + ".tab", total.get()),
                total, context.texts().languageProperty()));
    }

    private Map<Tab, TablePane<?>> panes() {
        TablePane<ReadyRow> ready = new TablePane<>(context, "queues.ready", "fth-inbox", readyTable, model.ready(),
                context.actions().rows(QueuesView::readyTargets, Scope.READY, Scope.RUN).leadingTo(Scope.JOB, Scope.APP),
                none -> Optional.empty());
        ready.orderBy(readyJob);
        TablePane<TaskRow> running = new TablePane<>(context, "queues.running", "fth-activity", runningTable,
                model.running(),
                context.actions().rows(TaskTargets::of, Scope.TASK).leadingTo(Scope.JOB, Scope.APP),
                none -> Optional.empty());
        running.orderBy(runningJob);
        TablePane<FailoverRow> failover = new TablePane<>(context, "queues.failover", "fth-life-buoy", failoverTable,
                model.failover(),
                context.actions().rows(QueuesView::failoverTargets, Scope.FAILOVER).leadingTo(Scope.JOB, Scope.APP),
                none -> Optional.empty());
        failover.orderBy(failoverJob);
        TablePane<DisabledRow> disabled = new TablePane<>(context, "queues.disabled", "fth-pause-circle",
                disabledTable, model.disabled(),
                context.actions().rows(QueuesView::disabledTargets, Scope.JOB, Scope.APP), none -> Optional.empty());
        disabled.orderBy(disabledName);
        detailsOf.put(readyTab, ready.details(row -> QueueDetails.of(context, row)));
        detailsOf.put(runningTab, running.details(row -> TaskDetails.of(context, tasks, row)));
        detailsOf.put(failoverTab, failover.details(row -> QueueDetails.of(context, row)));
        detailsOf.put(disabledTab, disabled.details(row -> QueueDetails.of(context, row)));
        return Map.of(readyTab, ready, runningTab, running, failoverTab, failover, disabledTab, disabled);
    }

    /** Ordinary runs are one entry, a run with a parameter or items of its own is another. */
    private static List<Target> readyTargets(ReadyRow row) {
        Target entry = row.key().runId().<Target>map(run -> new Target.Run(row.job(), run))
                .orElseGet(() -> new Target.Ready(row.job()));
        return with(entry, row.job(), row.appProperty().get());
    }

    private static List<Target> failoverTargets(FailoverRow row) {
        return with(new Target.Failover(row.task()), row.task().jobName(), row.appProperty().get());
    }

    private static List<Target> disabledTargets(DisabledRow row) {
        String name = row.subject().name();
        return List.of(row.subject().kind() == DisabledFacts.Kind.APP ? new Target.App(name) : new Target.Job(name));
    }

    /** The app of a job whose config is gone is not known. */
    private static List<Target> with(Target own, String job, String app) {
        return app.isEmpty() ? List.of(own, new Target.Job(job)) : List.of(own, new Target.Job(job), new Target.App(app));
    }

    private void fillReady(Columns columns) {
        columns.text(readyJob, row -> new SimpleObjectProperty<>(row.job()));
        columns.text(readyApp, ReadyRow::appProperty);
        columns.text(readyRun, row -> new SimpleObjectProperty<>(words.run(row)));
        columns.count(readyCount, ReadyRow::countProperty);
        columns.time(readySince, ReadyRow::sinceProperty);
        columns.text(readyReason, ReadyRow::reasonProperty);
        columns.text(readyHelp, ReadyRow::helpProperty);
    }

    private void fillRunning(Columns columns) {
        columns.text(runningJob, row -> new SimpleObjectProperty<>(row.key().jobName()));
        columns.amount(runningItem, row -> new SimpleObjectProperty<>(row.key().item()), "number.count");
        columns.text(runningApp, row -> new SimpleObjectProperty<>(row.app()));
        columns.mark(runningState, TaskRow::phaseProperty, TaskMarks::of, row -> "", row -> "");
        columns.time(runningSince, TaskRow::sinceProperty);
        LengthCell.fill(runningLength, context, tasks::usual);
        columns.text(runningAgent, row -> new SimpleObjectProperty<>(row.agent()));
        columns.text(runningTask, row -> new SimpleObjectProperty<>(row.key().toString()));
    }

    private void fillFailover(Columns columns) {
        columns.text(failoverJob, row -> new SimpleObjectProperty<>(row.task().jobName()));
        columns.amount(failoverItem, row -> new SimpleObjectProperty<>(row.task().item()), "number.count");
        columns.text(failoverApp, FailoverRow::appProperty);
        columns.count(failoverAttempts, FailoverRow::attemptsProperty, words::attempts);
        columns.time(failoverNext, FailoverRow::nextTryProperty);
        columns.text(failoverAvoided, FailoverRow::avoidedProperty);
        columns.text(failoverMessage, FailoverRow::messageProperty);
        columns.text(failoverReason, row -> Bindings.createStringBinding(() -> words.reason(row), row.reasonProperty(),
                row.nextTryProperty(), context.texts().languageProperty()));
        columns.text(failoverOriginal, FailoverRow::originalTaskIdProperty);
    }

    private void fillDisabled(Columns columns) {
        columns.word(disabledKind, row -> new SimpleObjectProperty<>(row.subject().kind()),
                kind -> "queues.kind." + kind);
        columns.text(disabledName, row -> new SimpleObjectProperty<>(row.subject().name()));
        columns.text(disabledApp, DisabledRow::appProperty);
        columns.text(disabledBy, DisabledRow::byProperty);
        columns.time(disabledSince, DisabledRow::sinceProperty);
        columns.time(disabledUntil, DisabledRow::untilProperty);
        columns.count(disabledBacklog, DisabledRow::backlogProperty, words::backlog);
    }

    private void bringForward() {
        actions.unbind();
        actions.bind(front().actions());
        details.unbind();
        details.bind(detailsOf.get(tabs.getSelectionModel().getSelectedItem()));
        front().controlledBy(filter, pause, context.texts());
    }

    private TablePane<?> front() {
        return panes.get(tabs.getSelectionModel().getSelectedItem());
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
        return actions.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<Optional<Details>> details() {
        return details.getReadOnlyProperty();
    }

    @Override
    public void filter(String words) {
        filter.setText(words);
    }

    @Override
    public void focus() {
        front().focus();
    }

    @Override
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    @Override
    public void arrange() {
        panes.values().forEach(TablePane::arrange);
    }
}
