package io.jobdeck.desktop.export;

import java.time.Instant;
import java.util.Objects;

/**
 * Where rows come from.
 *
 * @param table key of the table, such as {@code jobs}
 * @param cluster the cluster as people call it
 * @param filter what was typed to see these rows only; empty for all
 * @param at when they were so
 */
public record Origin(String table, String cluster, String filter, Instant at) {

    public Origin {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(cluster, "cluster");
        Objects.requireNonNull(filter, "filter");
        Objects.requireNonNull(at, "at");
    }
}
