package io.jobdeck.scheduler.operations;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One field of a stored config that somebody changed.
 *
 * @param field JSON name of the field
 * @param before its value before as JSON text, shortened if it is long; empty if it was not there
 * @param after its value after, likewise
 * @param by who changed it; empty if that is not known, as for changes that did not come through Jobdeck
 * @param at when; empty if that is not known
 */
public record FieldChange(String field, Optional<String> before, Optional<String> after, Optional<String> by,
        Optional<Instant> at) {

    public FieldChange {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
