package io.jobdeck.desktop.audit;

import io.jobdeck.desktop.fold.AuditFacts;
import io.jobdeck.desktop.table.Row;
import io.jobdeck.scheduler.model.AuditEntry;
import java.util.Comparator;

/** One operation that somebody asked for; it never changes. Interface thread only. */
public final class AuditRow implements Row<String, AuditFacts> {

    /** The newest first. */
    static final Comparator<AuditRow> NEWEST_FIRST = Comparator.comparing(AuditRow::key).reversed();

    private final AuditFacts facts;
    private final AuditResult result;

    public AuditRow(AuditFacts facts) {
        this.facts = facts;
        this.result = AuditResult.of(facts.entry());
    }

    @Override
    public String key() {
        return facts.name();
    }

    /** Entries are written once. */
    @Override
    public void update(AuditFacts same) {
    }

    /** Returns who did what. */
    public AuditEntry entry() {
        return facts.entry();
    }

    /** Returns how it ended. */
    public AuditResult result() {
        return result;
    }
}
