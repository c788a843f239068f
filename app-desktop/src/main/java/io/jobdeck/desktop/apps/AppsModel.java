package io.jobdeck.desktop.apps;

import io.jobdeck.desktop.filter.FilterFields;
import io.jobdeck.desktop.fold.AppFacts;
import io.jobdeck.desktop.fold.AppState;
import io.jobdeck.desktop.table.TableModel;
import java.util.Comparator;
import java.util.List;

/** The view model of the view of apps. */
public final class AppsModel {

    private static final FilterFields<AppRow> FIELDS = FilterFields.<AppRow>none()
            .text("name", AppRow::name)
            .state("state", List.of(AppState.values()), row -> row.stateProperty().get(), state -> "app.state." + state)
            .number("jobs", row -> row.jobsProperty().get())
            .number("running", row -> row.runningTasksProperty().get())
            .number("executors", row -> row.executorsProperty().get())
            .number("cpus", row -> row.cpusProperty().get())
            .number("memory", row -> row.memoryProperty().get())
            .text("script", row -> row.scriptProperty().get())
            .text("url", row -> row.urlProperty().get());

    private final TableModel<String, AppFacts, AppRow> table = new TableModel<>(AppRow::new,
            Comparator.comparing(AppRow::name), FIELDS);

    /** Returns the table of apps. */
    public TableModel<String, AppFacts, AppRow> table() {
        return table;
    }
}
