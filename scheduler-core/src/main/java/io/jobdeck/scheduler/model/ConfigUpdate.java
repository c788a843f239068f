package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One update of a stored config.
 *
 * @param before version it was made to
 * @param after version it led to
 * @param by who made it
 * @param at when
 * @param fields what it changed, at least one
 */
public record ConfigUpdate(ConfigVersion before, ConfigVersion after, String by, Instant at, List<Field> fields) {

    public ConfigUpdate {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        fields = List.copyOf(fields);
    }

    /**
     * One field that changed.
     *
     * @param name JSON name of the field
     * @param before its value before as JSON text, shortened if it is long; empty if it was not there
     * @param after its value after, likewise
     */
    public record Field(String name, Optional<String> before, Optional<String> after) {

        public Field {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }
    }
}
