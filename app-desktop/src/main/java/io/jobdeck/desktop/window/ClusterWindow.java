package io.jobdeck.desktop.window;

import io.jobdeck.desktop.action.ActionCatalog;
import io.jobdeck.desktop.action.ActionControls;
import io.jobdeck.desktop.agents.AgentsView;
import io.jobdeck.desktop.apps.AppsView;
import io.jobdeck.desktop.audit.AuditView;
import io.jobdeck.desktop.bridge.ClusterUpdate;
import io.jobdeck.desktop.bridge.TreeBridge;
import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.fold.TreeFold;
import io.jobdeck.desktop.frame.TabContent;
import io.jobdeck.desktop.insight.AgentWork;
import io.jobdeck.desktop.insight.AgentsFeed;
import io.jobdeck.desktop.insight.Asking;
import io.jobdeck.desktop.jobs.JobsView;
import io.jobdeck.desktop.overview.Capacity;
import io.jobdeck.desktop.overview.OverviewView;
import io.jobdeck.desktop.preferences.WindowMemory;
import io.jobdeck.desktop.queues.QueuesView;
import io.jobdeck.desktop.table.Columns;
import io.jobdeck.desktop.table.TableTools;
import io.jobdeck.desktop.table.Times;
import io.jobdeck.desktop.tasks.TasksView;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ViewContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One connected cluster in a window: its live tree, what is known of it, and what shows it. Interface thread only. Does
 * not close the connection.
 */
public final class ClusterWindow implements AutoCloseable {

    /** Rows are brought into order this often, not at every change, so that the window stays calm and quick. */
    private static final Duration ARRANGE_EVERY = Duration.ofMillis(450);

    private final ClusterModel model;
    private final MainWindow window;
    private final TreeBridge bridge;
    private final Asking asking;
    private final AgentsFeed agents;
    private final TabContent content;
    private Instant arrangedAt = Instant.MIN;

    /**
     * Makes the window's content; nothing is shown of the cluster until {@link #start()}.
     *
     * @param actions makes what is offered, of what is known of the cluster
     * @param tools what its tables have in common
     */
    public ClusterWindow(Connection connection, Function<ClusterModel, ActionCatalog> actions, Texts texts, Clock clock,
            UiExecutor ui, LastError lastError, TableTools tools, WindowMemory memory) {
        model = new ClusterModel(clock.instant(), clock.getZone());
        Columns columns = new Columns(texts, new Times(texts, clock.getZone()), model.status().nowProperty());
        asking = new Asking(ui, texts);
        agents = new AgentsFeed(connection.insight(), asking, System::nanoTime);
        columns.highlights().wantedProperty().bind(tools.highlights());
        ViewContext context = new ViewContext(texts, columns, new ActionControls(texts), model.status(), this::show,
                actions.apply(model), tools);
        window = new MainWindow(connection.title(), List.of(
                new OverviewView(model.overviewModel(), model, context),
                new JobsView(model.jobsModel(), context),
                new AppsView(model.appsModel(), context),
                new QueuesView(model.queuesModel(), model.tasksModel(), context),
                new TasksView(model.tasksModel(), context),
                agentsView(connection, context),
                new AuditView(model.auditModel(), context)), context, lastError, memory);
        content = new TabContent(window.root(), window.menus(), window.viewItems(),
                Optional.of(connection.readOnlyProperty()), window::focus,
                new ClusterPalette(model, window, context)::entries);
        feedOverview();
        bridge = new TreeBridge(connection.tree(), new TreeFold(clock.getZone()), clock, ui, this::apply);
    }

    private AgentsView agentsView(Connection connection, ViewContext context) {
        return new AgentsView(model.agentsModel(), agents, agent -> AgentWork.on(agent, connection.tree().nodes()), asking, context);
    }

    /** The overview shows what the cluster has, so the agents are asked for while the window is seen, whatever view is in front. */
    private void feedOverview() {
        agents.capacity().addListener((property, before, now) -> model.overviewModel().capacityProperty().set(now.map(all ->
                new Capacity(all.usable(), all.resources().total().cpus(), all.resources().used().cpus(),
                        all.resources().total().memoryMb(), all.resources().used().memoryMb()))));
        window.root().sceneProperty().addListener((property, before, scene) -> {
            if (before == null && scene != null) {
                agents.watch();
            } else if (before != null && scene == null) {
                agents.unwatch();
            }
        });
    }

    /** Begins to show the cluster. */
    public void start() {
        bridge.start();
    }

    /** Returns the window's content. */
    public MainWindow window() {
        return window;
    }

    /** Returns what its tab shows. */
    public TabContent content() {
        return content;
    }

    /** Returns the agents and what the cluster has in all; they are asked for while somebody watches. */
    public AgentsFeed agents() {
        return agents;
    }

    /** Returns what is known of the cluster. */
    public ClusterModel model() {
        return model;
    }

    private void show(String view, String filter) {
        window.show(view, filter);
    }

    private void apply(ClusterUpdate update) {
        model.apply(update);
        if (isInFront() && isDue(update.now())) {
            arrangedAt = update.now();
            window.arrange();
        }
    }

    private boolean isInFront() {
        return window.root().getScene() != null;
    }

    private boolean isDue(Instant now) {
        return arrangedAt.equals(Instant.MIN) || !now.isBefore(arrangedAt.plus(ARRANGE_EVERY));
    }

    /** Stops following the cluster. */
    @Override
    public void close() {
        window.remember();
        bridge.close();
        asking.close();
    }
}
