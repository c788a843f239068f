package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.fold.TaskFacts;
import io.jobdeck.desktop.table.Row;
import io.jobdeck.scheduler.model.LostTask;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One task; the next run of the same item is another row. Interface thread only. */
public final class TaskRow implements Row<TaskId, TaskFacts> {

    private final TaskId taskId;
    private final ReadOnlyObjectWrapper<TaskPhase> phase = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> since = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper attempt = new ReadOnlyIntegerWrapper();
    private TaskFacts facts;

    public TaskRow(TaskFacts facts) {
        this.taskId = facts.taskId();
        update(facts);
    }

    @Override
    public TaskId key() {
        return taskId;
    }

    @Override
    public void update(TaskFacts newFacts) {
        facts = newFacts;
        phase.set(TaskPhase.of(newFacts));
        since.set(newFacts.record().map(TaskRecord::since).or(() -> newFacts.lost().map(LostTask::since)).orElse(null));
        attempt.set(newFacts.attempt());
    }

    /** Returns everything known of the task, as of the last update. */
    public TaskFacts facts() {
        return facts;
    }

    /** Returns its record, if it is in flight. */
    public Optional<TaskRecord> task() {
        return facts.record();
    }

    /** Returns its app; empty if that is not known. */
    public String app() {
        return facts.app();
    }

    /** Returns the host name of its agent, or the agent's id if that is all that is known. */
    public String agent() {
        return task().map(TaskRecord::agentHost).orElseGet(taskId::agentId);
    }

    /** Returns the id of its executor; empty if it runs in none of an app's or that is not known. */
    public String executor() {
        return task().flatMap(TaskRecord::executorId).orElse("");
    }

    /** Returns the id of its run; empty if that is not known. */
    public String run() {
        return task().map(TaskRecord::runId).orElse("");
    }

    /** Returns the id of the task in whose place it runs; empty if it is no failover. */
    public String original() {
        return task().flatMap(TaskRecord::originalTaskId).orElse("");
    }

    /** Returns when it was launched; null if that is not known. */
    public Instant launchedAt() {
        return task().map(TaskRecord::launchedAt).orElse(null);
    }

    public ReadOnlyObjectProperty<TaskPhase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /** Returns since when it is as it is; null if that is not known. */
    public ReadOnlyObjectProperty<Instant> sinceProperty() {
        return since.getReadOnlyProperty();
    }

    /** Returns how often its item has been launched in a row with it. */
    public ReadOnlyIntegerProperty attemptProperty() {
        return attempt.getReadOnlyProperty();
    }
}
