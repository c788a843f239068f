package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.fold.FailoverFacts;
import io.jobdeck.desktop.table.Row;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.Waiting;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One item in the failover queue. Interface thread only. */
public final class FailoverRow implements Row<MetaInfo, FailoverFacts> {

    private final MetaInfo task;
    private final ReadOnlyStringWrapper app = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper originalTaskId = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");

    public FailoverRow(FailoverFacts facts) {
        this.task = facts.task();
        update(facts);
    }

    @Override
    public MetaInfo key() {
        return task;
    }

    @Override
    public void update(FailoverFacts facts) {
        app.set(facts.app());
        originalTaskId.set(facts.originalTaskId());
        reason.set(facts.waiting().map(Waiting::reason).orElse(""));
    }

    /** Returns the job and item. */
    public MetaInfo task() {
        return task;
    }

    public ReadOnlyStringProperty appProperty() {
        return app.getReadOnlyProperty();
    }

    /** Returns the id of the task that failed. */
    public ReadOnlyStringProperty originalTaskIdProperty() {
        return originalTaskId.getReadOnlyProperty();
    }

    /** Returns why it waits; empty until the leader has said so. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }
}
