package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.action.BoundAction;
import io.jobdeck.desktop.action.Scope;
import io.jobdeck.desktop.action.Target;
import io.jobdeck.desktop.fold.DisabledFacts;
import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.table.TableModel;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ConsoleView;
import io.jobdeck.desktop.view.FilterField;
import io.jobdeck.desktop.view.Fxml;
import io.jobdeck.desktop.view.TablePane;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.model.TaskState;
import java.time.Instant;
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
    private final ViewContext context;
    private final Parent root;
    private final Map<Tab, TablePane<?>> panes;
    private final ReadOnlyObjectWrapper<List<BoundAction>> actions = new ReadOnlyObjectWrapper<>(List.of());

    @FXML
    private Label title;
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
    private TableColumn<ReadyRow, Number> readyCount;
    @FXML
    private TableColumn<ReadyRow, Instant> readySince;
    @FXML
    private TableColumn<ReadyRow, String> readyReason;
    @FXML
    private TableColumn<ReadyRow, String> readyHelp;
    @FXML
    private TableView<RunningRow> runningTable;
    @FXML
    private TableColumn<RunningRow, String> runningJob;
    @FXML
    private TableColumn<RunningRow, Number> runningItem;
    @FXML
    private TableColumn<RunningRow, String> runningApp;
    @FXML
    private TableColumn<RunningRow, TaskState> runningState;
    @FXML
    private TableColumn<RunningRow, Instant> runningSince;
    @FXML
    private TableColumn<RunningRow, Instant> runningLaunched;
    @FXML
    private TableColumn<RunningRow, String> runningAgent;
    @FXML
    private TableColumn<RunningRow, String> runningTask;
    @FXML
    private TableView<FailoverRow> failoverTable;
    @FXML
    private TableColumn<FailoverRow, String> failoverJob;
    @FXML
    private TableColumn<FailoverRow, Number> failoverItem;
    @FXML
    private TableColumn<FailoverRow, String> failoverApp;
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

    /** Makes the view; its tables follow the model. */
    public QueuesView(QueuesModel model, ViewContext context) {
        this.model = model;
        this.context = context;
        this.root = Fxml.load(this, "queues.fxml");
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
                context.actions().rows(QueuesView::readyTargets, Scope.READY).leadingTo(Scope.JOB, Scope.APP),
                none -> Optional.empty());
        ready.orderBy(readyJob);
        TablePane<RunningRow> running = new TablePane<>(context, "queues.running", "fth-activity", runningTable,
                model.running(),
                context.actions().rows(QueuesView::taskTargets, Scope.TASK).leadingTo(Scope.JOB, Scope.APP),
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
        return Map.of(readyTab, ready, runningTab, running, failoverTab, failover, disabledTab, disabled);
    }

    private static List<Target> readyTargets(ReadyRow row) {
        return with(new Target.Ready(row.job()), row.job(), row.appProperty().get());
    }

    private static List<Target> taskTargets(RunningRow row) {
        return with(new Target.Task(row.key()), row.key().jobName(), row.task().appName());
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
        columns.count(readyCount, ReadyRow::countProperty);
        columns.time(readySince, ReadyRow::sinceProperty);
        columns.text(readyReason, ReadyRow::reasonProperty);
        columns.text(readyHelp, ReadyRow::helpProperty);
    }

    private void fillRunning(Columns columns) {
        columns.text(runningJob, row -> new SimpleObjectProperty<>(row.key().jobName()));
        columns.amount(runningItem, row -> new SimpleObjectProperty<>(row.key().item()), "number.count");
        columns.text(runningApp, row -> new SimpleObjectProperty<>(row.task().appName()));
        columns.mark(runningState, RunningRow::stateProperty, TaskMarks::of, this::idle, row -> "");
        columns.time(runningSince, RunningRow::sinceProperty);
        columns.time(runningLaunched, row -> new SimpleObjectProperty<>(row.task().launchedAt()));
        columns.text(runningAgent, row -> new SimpleObjectProperty<>(row.task().agentHost()));
        columns.text(runningTask, row -> new SimpleObjectProperty<>(row.key().toString()));
    }

    private String idle(RunningRow row) {
        return row.idleProperty().get() ? context.texts().get("task.idle") : "";
    }

    private void fillFailover(Columns columns) {
        columns.text(failoverJob, row -> new SimpleObjectProperty<>(row.task().jobName()));
        columns.amount(failoverItem, row -> new SimpleObjectProperty<>(row.task().item()), "number.count");
        columns.text(failoverApp, FailoverRow::appProperty);
        columns.text(failoverReason, FailoverRow::reasonProperty);
        columns.text(failoverOriginal, FailoverRow::originalTaskIdProperty);
    }

    private void fillDisabled(Columns columns) {
        columns.word(disabledKind, row -> new SimpleObjectProperty<>(row.subject().kind()),
                kind -> "queues.kind." + kind);
        columns.text(disabledName, row -> new SimpleObjectProperty<>(row.subject().name()));
        columns.text(disabledApp, DisabledRow::appProperty);
        columns.text(disabledBy, DisabledRow::byProperty);
        columns.time(disabledSince, DisabledRow::sinceProperty);
    }

    private void bringForward() {
        actions.unbind();
        actions.bind(front().actions());
        front().explainIn(filter);
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
