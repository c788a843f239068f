package io.jobdeck.desktop.audit;

import io.jobdeck.desktop.table.Mark;
import io.jobdeck.scheduler.model.AuditEntry;

/** How an operation ended. */
public enum AuditResult {
    DONE(Mark.Tone.GOOD),
    /** Of many jobs, some were left out. */
    PARTLY(Mark.Tone.WARNING),
    REFUSED(Mark.Tone.BAD);

    private static final String DONE_WORD = "done";

    private final Mark.Tone tone;

    AuditResult(Mark.Tone tone) {
        this.tone = tone;
    }

    static AuditResult of(AuditEntry entry) {
        if (entry.result().equals(DONE_WORD)) {
            return DONE;
        }
        return entry.result().matches("[1-9]\\d* done, .*") ? PARTLY : REFUSED;
    }

    /** Returns how it looks. */
    public Mark mark() {
        return new Mark(tone, "audit.result." + name());
    }
}
