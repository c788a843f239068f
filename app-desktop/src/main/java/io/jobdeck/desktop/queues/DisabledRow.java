package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.fold.DisabledFacts;
import io.jobdeck.desktop.table.Row;
import io.jobdeck.scheduler.model.Disablement;
import java.time.Instant;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One job or app that is disabled itself. Interface thread only. */
public final class DisabledRow implements Row<DisabledFacts.Subject, DisabledFacts> {

    private final DisabledFacts.Subject subject;
    private final ReadOnlyStringWrapper app = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper by = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> since = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> until = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper backlog = new ReadOnlyIntegerWrapper();
    private DisabledFacts facts;

    public DisabledRow(DisabledFacts facts) {
        this.subject = facts.subject();
        update(facts);
    }

    @Override
    public DisabledFacts.Subject key() {
        return subject;
    }

    @Override
    public void update(DisabledFacts newFacts) {
        facts = newFacts;
        app.set(facts.app());
        by.set(facts.disablement().map(Disablement::by).orElse(""));
        since.set(facts.disablement().map(Disablement::since).orElse(null));
        until.set(facts.disablement().flatMap(Disablement::until).orElse(null));
        backlog.set(facts.backlog());
    }

    /** Returns everything known of it, as of the last update. */
    public DisabledFacts facts() {
        return facts;
    }

    /** Returns whether what waits stays in the queues until it is enabled. */
    public boolean keepsBacklog() {
        return facts.disablement().map(Disablement::keepBacklog).orElse(false);
    }

    /** Returns what is disabled. */
    public DisabledFacts.Subject subject() {
        return subject;
    }

    public ReadOnlyStringProperty appProperty() {
        return app.getReadOnlyProperty();
    }

    /** Returns who disabled it; empty if that was not recorded. */
    public ReadOnlyStringProperty byProperty() {
        return by.getReadOnlyProperty();
    }

    /** Returns since when; null if that was not recorded. */
    public ReadOnlyObjectProperty<Instant> sinceProperty() {
        return since.getReadOnlyProperty();
    }

    /** Returns when it is enabled again by itself; null for never. */
    public ReadOnlyObjectProperty<Instant> untilProperty() {
        return until.getReadOnlyProperty();
    }

    /** Returns how many runs and items wait meanwhile. */
    public ReadOnlyIntegerProperty backlogProperty() {
        return backlog.getReadOnlyProperty();
    }
}
