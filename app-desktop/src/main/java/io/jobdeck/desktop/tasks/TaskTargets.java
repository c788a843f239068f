package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.action.Target;
import java.util.List;

/** What actions on a row of a task are about. */
public final class TaskTargets {

    private TaskTargets() {
    }

    /** Returns the task, its job, and its app as far as that is known. */
    public static List<Target> of(TaskRow row) {
        Target task = new Target.Task(row.key());
        Target job = new Target.Job(row.key().jobName());
        return row.app().isEmpty() ? List.of(task, job) : List.of(task, job, new Target.App(row.app()));
    }
}
