package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.table.Row;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One task in flight; the next run of the same item is another row. Interface thread only. */
public final class RunningRow implements Row<TaskId, TaskRecord> {

    private final TaskId taskId;
    private final ReadOnlyObjectWrapper<TaskState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> since = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper idle = new ReadOnlyBooleanWrapper();
    private TaskRecord task;

    public RunningRow(TaskRecord task) {
        this.taskId = task.taskId();
        update(task);
    }

    @Override
    public TaskId key() {
        return taskId;
    }

    @Override
    public void update(TaskRecord newTask) {
        task = newTask;
        state.set(newTask.state());
        since.set(newTask.since());
        idle.set(newTask.idle());
    }

    /** Returns the durable record of the task, as of the last update. */
    public TaskRecord task() {
        return task;
    }

    public ReadOnlyObjectProperty<TaskState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Returns since when it is in its state. */
    public ReadOnlyObjectProperty<Instant> sinceProperty() {
        return since.getReadOnlyProperty();
    }

    /** Returns whether it is a daemon's, between two firings. */
    public ReadOnlyBooleanProperty idleProperty() {
        return idle.getReadOnlyProperty();
    }
}
