package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.fold.ReadyFacts;
import io.jobdeck.desktop.table.Row;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One entry of the ready queue: ordinary runs of a job, or a one-off run. Interface thread only. */
public final class ReadyRow implements Row<ReadyFacts.Key, ReadyFacts> {

    /** Jobs by name; of each, the ordinary runs first and then the one-off ones in the order in which they were asked for. */
    static final Comparator<ReadyRow> BY_JOB = Comparator.comparing(ReadyRow::job)
            .thenComparing(row -> row.run().map(OneOffRun::at).orElse(Instant.MIN))
            .thenComparing(row -> row.key().runId().orElse(""));

    private final ReadyFacts.Key key;
    private final ReadOnlyStringWrapper app = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper help = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instant> since = new ReadOnlyObjectWrapper<>();
    private ReadyFacts facts;

    public ReadyRow(ReadyFacts facts) {
        this.key = facts.key();
        update(facts);
    }

    @Override
    public ReadyFacts.Key key() {
        return key;
    }

    @Override
    public void update(ReadyFacts newFacts) {
        facts = newFacts;
        app.set(facts.app());
        count.set(facts.count());
        reason.set(facts.waiting().map(Waiting::reason).orElse(""));
        help.set(facts.waiting().map(Waiting::help).orElse(""));
        since.set(facts.since().orElse(null));
    }

    public String job() {
        return key.job();
    }

    /** Returns everything known of the entry, as of the last update. */
    public ReadyFacts facts() {
        return facts;
    }

    /** Returns the one-off run; empty for ordinary runs. */
    public Optional<OneOffRun> run() {
        return facts.run();
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

    /** Returns since when it waits; null if it is not known. */
    public ReadOnlyObjectProperty<Instant> sinceProperty() {
        return since.getReadOnlyProperty();
    }
}
