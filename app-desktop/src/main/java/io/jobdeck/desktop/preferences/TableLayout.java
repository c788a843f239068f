package io.jobdeck.desktop.preferences;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a person wants one table to look.
 *
 * @param columns in the order in which they stand
 * @param order what rows are ordered by, the weightiest first
 */
public record TableLayout(List<Column> columns, List<Order> order) {

    private static final String PARTS = "\\|";
    private static final int COLUMN_FIELDS = 3;
    private static final int ORDER_FIELDS = 2;

    /**
     * One column.
     *
     * @param width in pixels as JavaFX counts them
     */
    public record Column(String id, double width, boolean visible) {

        public Column {
            Objects.requireNonNull(id, "id");
        }
    }

    /** A column by which rows are ordered. */
    public record Order(String id, boolean descending) {

        public Order {
            Objects.requireNonNull(id, "id");
        }
    }

    public TableLayout {
        columns = List.copyOf(columns);
        order = List.copyOf(order);
    }

    String text() {
        return columns.stream().map(each -> each.id() + ":" + Math.round(each.width()) + ":" + each.visible())
                .collect(Collectors.joining(","))
                + "|" + order.stream().map(each -> each.id() + ":" + each.descending()).collect(Collectors.joining(","));
    }

    /** Returns the layout that the text stands for; empty if it stands for none. */
    static Optional<TableLayout> parse(String text) {
        String[] parts = text.split(PARTS, -1);
        if (parts.length != 2 || parts[0].isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TableLayout(
                    entries(parts[0]).map(entry -> column(fields(entry, COLUMN_FIELDS))).toList(),
                    entries(parts[1]).map(entry -> order(fields(entry, ORDER_FIELDS))).toList()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Stream<String> entries(String part) {
        return Arrays.stream(part.split(",")).filter(entry -> !entry.isEmpty());
    }

    private static String[] fields(String entry, int count) {
        String[] fields = entry.split(":", -1);
        if (fields.length != count) {
            throw new IllegalArgumentException(entry);
        }
        return fields;
    }

    private static Column column(String[] fields) {
        return new Column(fields[0], Double.parseDouble(fields[1]), Boolean.parseBoolean(fields[2]));
    }

    private static Order order(String[] fields) {
        return new Order(fields[0], Boolean.parseBoolean(fields[1]));
    }
}
