package io.jobdeck.desktop.agents;

import io.jobdeck.desktop.filter.FilterFields;
import io.jobdeck.desktop.fold.Delta;
import io.jobdeck.desktop.table.TableModel;
import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentSummary;
import io.jobdeck.scheduler.insight.AgentsReport;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The view model of the view of agents. Interface thread only. */
public final class AgentsModel {

    private static final FilterFields<AgentRow> FIELDS = FilterFields.<AgentRow>none()
            .text("host", row -> row.hostProperty().get())
            .state("state", List.of(AgentState.values()), row -> row.stateProperty().get(), state -> "agent.state." + state)
            .number("cpus", row -> row.cpusProperty().get().free())
            .number("memory", row -> row.memoryProperty().get().free())
            .number("tasks", row -> row.tasksProperty().get())
            .number("executors", row -> row.executorsProperty().get())
            .text("attribute", row -> row.attributesProperty().get())
            .text("id", AgentRow::key);

    private final TableModel<String, AgentSummary, AgentRow> table = new TableModel<>(AgentRow::new,
            Comparator.comparing((AgentRow row) -> row.hostProperty().get()).thenComparing(AgentRow::key), FIELDS);

    /** Takes a newer report; only what differs changes. */
    public void apply(AgentsReport report) {
        Map<String, AgentSummary> changed = new HashMap<>();
        Set<String> gone = new HashSet<>();
        table.rows().forEach(row -> gone.add(row.key()));
        report.agents().forEach(agent -> {
            gone.remove(agent.id());
            if (table.row(agent.id()).filter(row -> row.agent().equals(agent)).isEmpty()) {
                changed.put(agent.id(), agent);
            }
        });
        table.apply(new Delta<>(changed, gone));
    }

    /** Returns the table of agents. */
    public TableModel<String, AgentSummary, AgentRow> table() {
        return table;
    }
}
