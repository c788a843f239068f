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
 * @param details how it was asked for, such as {@code keepBacklog}; empty if there is nothing to say
 */
public record AuditEntry(Instant at, String by, String origin, String operation, String target, String result,
        String details) {

    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(details, "details");
    }

    /** An operation of which there are no details. */
    public AuditEntry(Instant at, String by, String origin, String operation, String target, String result) {
        this(at, by, origin, operation, target, result, "");
    }
}
