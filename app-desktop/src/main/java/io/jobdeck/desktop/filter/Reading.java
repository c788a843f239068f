package io.jobdeck.desktop.filter;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * By what a filter is read.
 *
 * @param wording what constants and fields are called
 * @param zone the zone of times that a person types
 * @param now the time that ages count from
 */
public record Reading(Wording wording, ZoneId zone, Supplier<Instant> now) {

    public Reading {
        Objects.requireNonNull(wording, "wording");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(now, "now");
    }
}
