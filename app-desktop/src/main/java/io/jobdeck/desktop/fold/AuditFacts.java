package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.AuditEntry;
import java.util.Objects;

/**
 * One entry of the audit trail.
 *
 * @param name name of its node; names sort by time
 * @param entry who did what
 */
public record AuditFacts(String name, AuditEntry entry) {

    public AuditFacts {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(entry, "entry");
    }
}
