package io.jobdeck.desktop.export;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows as they were at one moment: the values only, which no longer change, so that any thread can write them.
 *
 * @param columns what they show
 * @param rows one value for each column, null where there is none
 * @param origin where they come from; empty if it does not matter
 */
public record Sheet(List<Column> columns, List<List<Object>> rows, Optional<Origin> origin) {

    /**
     * One column.
     *
     * @param id its name for programs
     * @param heading its name for people
     * @param cell how a value is written; safe on any thread
     */
    public record Column(String id, String heading, Function<Object, Cell> cell) {

        public Column {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(heading, "heading");
            Objects.requireNonNull(cell, "cell");
        }

        Cell of(Object value) {
            return value == null ? Cell.EMPTY : cell.apply(value);
        }
    }

    public Sheet {
        columns = List.copyOf(columns);
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(origin, "origin");
    }
}
