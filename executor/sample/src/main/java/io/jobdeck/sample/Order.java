package io.jobdeck.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One order.
 *
 * @param number the order's number
 * @param product what was ordered
 * @param quantity how many
 * @param price price of one
 */
record Order(String number, String product, int quantity, BigDecimal price) {

    /**
     * Reads a file with a heading and one order per line.
     *
     * @throws IOException if the file cannot be read
     */
    static List<Order> readAll(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(Order::parse).toList();
    }

    private static Order parse(String line) {
        String[] fields = line.split(",");
        return new Order(fields[0], fields[1], Integer.parseInt(fields[2]), new BigDecimal(fields[3]));
    }

    /** Returns what the order is worth. */
    BigDecimal value() {
        return price.multiply(BigDecimal.valueOf(quantity));
    }
}
