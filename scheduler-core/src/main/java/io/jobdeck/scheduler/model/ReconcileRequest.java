package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A request to compare tasks with what Mesos knows (spec section 4.3).
 *
 * @param kind which tasks
 * @param by who asked
 * @param at when
 */
public record ReconcileRequest(Kind kind, String by, Instant at) {

    /** Which tasks are asked about. */
    public enum Kind {
        /** Each task that the scheduler has a record of. */
        EXPLICIT,
        /** All tasks that the master knows. */
        IMPLICIT
    }

    public ReconcileRequest {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
