package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Objects;

/**
 * One operation that somebody asked for.
 *
 * @param at when it ended
 * @param by who asked
 * @param origin where from
 * @param operation what was asked for
 * @param target on what
 * @param result {@code done}, or why not
 */
public record AuditEntry(Instant at, String by, String origin, String operation, String target, String result) {

    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(result, "result");
    }
}
