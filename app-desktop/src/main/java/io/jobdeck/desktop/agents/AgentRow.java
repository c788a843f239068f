package io.jobdeck.desktop.agents;

import io.jobdeck.desktop.table.Row;
import io.jobdeck.scheduler.insight.AgentState;
import io.jobdeck.scheduler.insight.AgentSummary;
import java.time.Instant;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One agent as the table shows it. Interface thread only. */
public final class AgentRow implements Row<String, AgentSummary> {

    private final String id;
    private final ReadOnlyStringWrapper host = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<AgentState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Share> cpus = new ReadOnlyObjectWrapper<>(Share.NONE);
    private final ReadOnlyObjectWrapper<Share> memory = new ReadOnlyObjectWrapper<>(Share.NONE);
    private final ReadOnlyIntegerWrapper tasks = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper executors = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper attributes = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> registered = new ReadOnlyObjectWrapper<>();
    private AgentSummary agent;

    public AgentRow(AgentSummary agent) {
        this.id = agent.id();
        update(agent);
    }

    @Override
    public String key() {
        return id;
    }

    @Override
    public void update(AgentSummary now) {
        agent = now;
        AgentSummary.Resources has = now.resources();
        host.set(now.host().isEmpty() ? now.id() : now.host());
        state.set(now.state());
        cpus.set(new Share(has.total().cpus(), has.used().cpus(), has.offered().cpus()));
        memory.set(new Share(has.total().memoryMb(), has.used().memoryMb(), has.offered().memoryMb()));
        tasks.set(now.tasks());
        executors.set(now.executors());
        attributes.set(now.attributes().entrySet().stream().map(attribute -> attribute.getKey() + ":" + attribute.getValue())
                .collect(Collectors.joining(", ")));
        registered.set(now.registered().or(now::unreachableSince).orElse(null));
    }

    /** Returns everything known of the agent, as of the last update. */
    public AgentSummary agent() {
        return agent;
    }

    /** Returns its host name, or its id while that is not known. */
    public ReadOnlyStringProperty hostProperty() {
        return host.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<AgentState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Share> cpusProperty() {
        return cpus.getReadOnlyProperty();
    }

    /** Returns its memory, in MB. */
    ReadOnlyObjectProperty<Share> memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty tasksProperty() {
        return tasks.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty executorsProperty() {
        return executors.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty attributesProperty() {
        return attributes.getReadOnlyProperty();
    }

    /** Returns since when it is registered, or unreachable; null if that is not known. */
    public ReadOnlyObjectProperty<Instant> sinceProperty() {
        return registered.getReadOnlyProperty();
    }
}
