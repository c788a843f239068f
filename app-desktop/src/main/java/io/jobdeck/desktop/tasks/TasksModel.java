package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.fold.TaskFacts;
import io.jobdeck.desktop.table.TableModel;
import io.jobdeck.scheduler.model.TaskId;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** The view model of the view of tasks. */
public final class TasksModel {

    private final TableModel<TaskId, TaskFacts, TaskRow> table = newTable();
    private final Function<String, Optional<JobFacts>> jobs;

    /** Takes where to find jobs by name. */
    public TasksModel(Function<String, Optional<JobFacts>> jobs) {
        this.jobs = jobs;
    }

    /** Returns a table of tasks without rows. */
    public static TableModel<TaskId, TaskFacts, TaskRow> newTable() {
        return new TableModel<>(TaskRow::new,
                Comparator.comparing((TaskRow row) -> row.key().metaInfo()).thenComparing(row -> row.key().unique()),
                TaskFields.ALL);
    }

    /** Returns the table of tasks. */
    public TableModel<TaskId, TaskFacts, TaskRow> table() {
        return table;
    }

    /** Returns the job of a task, if it is known. */
    public Optional<JobFacts> job(TaskRow task) {
        return jobs.apply(task.key().jobName());
    }

    /** Returns how long runs of the task's job usually take. */
    public Optional<Duration> usual(TaskRow task) {
        return job(task).flatMap(JobFacts::usual);
    }
}
