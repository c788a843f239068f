package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.fold.ReadyFacts;
import io.jobdeck.desktop.table.Row;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Instant;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One job in the ready queue. Interface thread only. */
public final class ReadyRow implements Row<String, ReadyFacts> {

    private final String job;
    private final ReadOnlyStringWrapper app = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper help = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> since = new ReadOnlyObjectWrapper<>();

    public ReadyRow(ReadyFacts facts) {
        this.job = facts.job();
        update(facts);
    }

    @Override
    public String key() {
        return job;
    }

    @Override
    public void update(ReadyFacts facts) {
        app.set(facts.app());
        count.set(facts.count());
        reason.set(facts.waiting().map(Waiting::reason).orElse(""));
        help.set(facts.waiting().map(Waiting::help).orElse(""));
        since.set(facts.waiting().map(Waiting::since).orElse(null));
    }

    public String job() {
        return job;
    }

    public ReadOnlyStringProperty appProperty() {
        return app.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Returns why it waits; empty until the leader has said so. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** Returns what would let it run. */
    public ReadOnlyStringProperty helpProperty() {
        return help.getReadOnlyProperty();
    }

    /** Returns since when it waits for this reason; null if it is not known. */
    public ReadOnlyObjectProperty<Instant> sinceProperty() {
        return since.getReadOnlyProperty();
    }
}
