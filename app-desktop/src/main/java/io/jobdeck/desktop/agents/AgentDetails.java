package io.jobdeck.desktop.agents;

import io.jobdeck.desktop.insight.AgentWork;
import io.jobdeck.desktop.table.Times;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.DetailsGrid;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.insight.AgentResources;
import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentSummary;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** Everything known of one agent, with links to what this scheduler has on it. */
final class AgentDetails {

    private static final int MOST_LINKS = 50;

    private final ViewContext context;
    private final Texts texts;
    private final Amounts amounts;
    private final AgentRow row;
    private final ObservableValue<AgentWork> work;
    private final VBox executors = new VBox();
    private final VBox tasks = new VBox();
    private AgentWork shown;

    private AgentDetails(ViewContext context, AgentRow row, ObservableValue<AgentWork> work) {
        this.context = context;
        this.texts = context.texts();
        this.amounts = new Amounts(texts);
        this.row = row;
        this.work = work;
    }

    static Details of(ViewContext context, AgentRow row, ObservableValue<AgentWork> work) {
        return new Details(row.hostProperty(), new AgentDetails(context, row, work).grid().root());
    }

    private DetailsGrid grid() {
        DetailsGrid grid = new DetailsGrid(context)
                .section("details.now")
                .line("view.agents.column.state", () -> texts.get(AgentMarks.of(row.stateProperty().get()).word()))
                .line("agent.means", () -> texts.get("agent.means." + row.stateProperty().get()))
                .line("agent.since", this::since)
                .section("agent.resources")
                .line("agent.total", () -> amount(row.agent().resources().total()))
                .line("agent.used", () -> amount(row.agent().resources().used()))
                .line("agent.free", () -> amount(row.agent().resources().free()))
                .line("agent.offered", () -> amount(row.agent().resources().offered()))
                .line("agent.reserved", () -> amount(row.agent().resources().reserved()))
                .section("agent.machine")
                .line("view.agents.column.attributes", () -> row.attributesProperty().get())
                .line("agent.version", () -> row.agent().version())
                .line("view.agents.column.id", row::key)
                .section("agent.executors")
                .node(executors, this::showWork)
                .section("agent.tasks");
        return grid.node(tasks, () -> { });
    }

    private String since() {
        AgentSummary agent = row.agent();
        Optional<Instant> since = agent.state() == AgentState.UNREACHABLE ? agent.unreachableSince() : agent.registered();
        Times times = context.columns().times();
        return since.map(time -> texts.get("details.time", times.relative(time, context.columns().now().getValue()),
                times.absolute(time))).orElse("");
    }

    private String amount(AgentResources resources) {
        if (resources.equals(AgentResources.NONE)) {
            return "";
        }
        String usual = texts.get("agent.amount", amounts.cpus(resources.cpus()),
                amounts.memory(resources.memoryMb()), amounts.memory(resources.diskMb()));
        return resources.gpus() > 0 ? texts.get("agent.amount.gpus", usual, resources.gpus()) : usual;
    }

    private void showWork() {
        AgentWork now = work.getValue();
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        executors.getChildren().clear();
        now.apps().forEach(app -> executors.getChildren().add(link(app, "apps", app)));
        tasks.getChildren().clear();
        int all = now.tasks().values().stream().mapToInt(Integer::intValue).sum();
        if (all > 0) {
            Hyperlink every = link("", "tasks", "agent:" + row.hostProperty().get());
            every.textProperty().bind(texts.bind("agent.tasks.all", all));
            tasks.getChildren().add(every);
        }
        now.tasks().entrySet().stream().limit(MOST_LINKS).forEach(job -> {
            Hyperlink one = link("", "jobs", job.getKey());
            one.textProperty().bind(texts.bind("agent.tasks.of", job.getKey(), job.getValue()));
            tasks.getChildren().add(one);
        });
    }

    private Hyperlink link(String text, String view, String filter) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("agent-link");
        link.setOnAction(event -> context.navigator().show(view, filter));
        return link;
    }
}
