package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.filter.FilterFields;
import java.util.List;

/** What a filter can ask of tasks. */
public final class TaskFields {

    /** All of it. */
    public static final FilterFields<TaskRow> ALL = FilterFields.<TaskRow>none()
            .text("job", row -> row.key().jobName())
            .name("app", TaskRow::app)
            .state("state", List.of(TaskPhase.values()), row -> row.phaseProperty().get(), phase -> "task.phase." + phase)
            .age("age", TaskRow::launchedAt)
            .time("launched", TaskRow::launchedAt)
            .number("item", row -> row.key().item())
            .name("agent", TaskRow::agent)
            .text("executor", TaskRow::executor)
            .text("run", TaskRow::run)
            .number("attempt", row -> row.attemptProperty().get())
            .text("task", row -> row.key().toString());

    private TaskFields() {
    }
}
