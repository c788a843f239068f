package io.jobdeck.desktop.apps;

import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.table.Row;
import io.jobdeck.scheduler.model.AppConfig;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One app as the table of apps shows it. Interface thread only. */
public final class AppRow implements Row<String, AppFacts> {

    private final String name;
    private final ReadOnlyStringWrapper url = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper script = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper cpus = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper memory = new ReadOnlyDoubleWrapper();
    private final ReadOnlyIntegerWrapper jobs = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper runningTasks = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper executors = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<AppState> state = new ReadOnlyObjectWrapper<>();
    private AppFacts facts;

    public AppRow(AppFacts facts) {
        this.name = facts.name();
        update(facts);
    }

    @Override
    public String key() {
        return name;
    }

    @Override
    public void update(AppFacts newFacts) {
        facts = newFacts;
        url.set(newFacts.config().map(AppConfig::appUrl).orElse(""));
        script.set(newFacts.config().map(AppConfig::bootstrapScript).orElse(""));
        cpus.set(newFacts.config().map(AppConfig::cpuCount).orElse(0.0));
        memory.set(newFacts.config().map(AppConfig::memoryMb).orElse(0.0));
        jobs.set(newFacts.jobs());
        runningTasks.set(newFacts.runningTasks());
        executors.set(newFacts.executors());
        state.set(newFacts.state());
    }

    /** Returns the whole config; empty if what is stored cannot be read. */
    public Optional<AppConfig> config() {
        return facts.config();
    }

    /** Returns everything known of the app, as of the last update. */
    public AppFacts facts() {
        return facts;
    }

    public String name() {
        return name;
    }

    public ReadOnlyStringProperty urlProperty() {
        return url.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty scriptProperty() {
        return script.getReadOnlyProperty();
    }

    public ReadOnlyDoubleProperty cpusProperty() {
        return cpus.getReadOnlyProperty();
    }

    /** Returns the memory of its executor, in MB. */
    public ReadOnlyDoubleProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty jobsProperty() {
        return jobs.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty runningTasksProperty() {
        return runningTasks.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty executorsProperty() {
        return executors.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<AppState> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
