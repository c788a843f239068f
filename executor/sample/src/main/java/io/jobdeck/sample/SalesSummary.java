package io.jobdeck.sample;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the orders of a region by product. Not thread-safe. */
final class SalesSummary {

    private final String region;
    private final Map<String, BigDecimal> salesByProduct = new TreeMap<>();
    private int orders;

    SalesSummary(String region) {
        this.region = region;
    }

    void add(Order order) {
        orders++;
        salesByProduct.merge(order.product(), order.value(), BigDecimal::add);
    }

    /** Returns the report: a heading, one line per product, the total. */
    String toText() {
        StringBuilder text = new StringBuilder("Sales of %s, %d orders%n".formatted(region, orders));
        salesByProduct.forEach((product, sales) -> text.append(line(product, sales)));
        return text.append(line("total", salesByProduct.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)))
                .toString();
    }

    private static String line(String name, BigDecimal sales) {
        return "%-12s %12.2f%n".formatted(name, sales);
    }
}
