package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.fold.FailoverFacts;
import io.jobdeck.desktop.table.Row;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Instant;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One item in the failover queue. Interface thread only. */
public final class FailoverRow implements Row<MetaInfo, FailoverFacts> {

    private final MetaInfo task;
    private final ReadOnlyStringWrapper app = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper originalTaskId = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper attempts = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Instant> nextTry = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper avoided = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private FailoverFacts facts;

    public FailoverRow(FailoverFacts facts) {
        this.task = facts.task();
        update(facts);
    }

    @Override
    public MetaInfo key() {
        return task;
    }

    @Override
    public void update(FailoverFacts newFacts) {
        facts = newFacts;
        app.set(facts.app());
        originalTaskId.set(facts.originalTaskId());
        reason.set(facts.waiting().map(Waiting::reason).orElse(""));
        attempts.set(facts.failed().map(FailedItem::failures).orElse(0));
        nextTry.set(facts.nextTry().orElse(null));
        avoided.set(facts.failed().map(item -> String.join(", ", item.agents())).orElse(""));
        message.set(facts.failed().map(FailedItem::message).orElse(""));
    }

    /** Returns everything known of the item, as of the last update. */
    public FailoverFacts facts() {
        return facts;
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

    /** Returns how often it has failed in a row; 0 if that was not remembered. */
    public ReadOnlyIntegerProperty attemptsProperty() {
        return attempts.getReadOnlyProperty();
    }

    /** Returns when it may be launched again; null if it is given up or that is not known. */
    public ReadOnlyObjectProperty<Instant> nextTryProperty() {
        return nextTry.getReadOnlyProperty();
    }

    /** Returns the agents that it is kept from, as it failed there. */
    public ReadOnlyStringProperty avoidedProperty() {
        return avoided.getReadOnlyProperty();
    }

    /** Returns what was reported of the last failure. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
