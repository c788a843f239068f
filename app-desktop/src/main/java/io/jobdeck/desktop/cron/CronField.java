package io.jobdeck.desktop.cron;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One field of a Quartz cron that consists of numbers.
 *
 * @param parts what its commas part; empty if it takes every value
 */
record CronField(List<Part> parts) {

    /**
     * Every {@code step}-th value from {@code first} to {@code last}.
     *
     * @param open whether it goes on to the end of the field's range
     */
    record Part(int first, int last, int step, boolean open) {

        boolean isSingle() {
            return first == last;
        }
    }

    CronField {
        parts = List.copyOf(parts);
    }

    /** Reads a field whose values lie in a range; empty if it holds anything but numbers, names, ranges and steps. */
    static Optional<CronField> parse(String text, int least, int most, Map<String, Integer> names) {
        if (text.equals("*") || text.equals("?")) {
            return Optional.of(new CronField(List.of()));
        }
        try {
            List<Part> parts = new ArrayList<>();
            for (String part : text.split(",")) {
                parts.add(part(part, least, most, names));
            }
            return Optional.of(new CronField(parts));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Part part(String text, int least, int most, Map<String, Integer> names) {
        String[] stepped = text.split("/", 2);
        int step = stepped.length == 2 ? Integer.parseInt(stepped[1]) : 1;
        String range = stepped[0];
        if (range.isEmpty() || range.equals("*")) {
            return new Part(least, most, step, true);
        }
        int dash = range.indexOf('-');
        if (dash > 0) {
            return new Part(number(range.substring(0, dash), names), number(range.substring(dash + 1), names), step, false);
        }
        int value = number(range, names);
        return stepped.length == 2 ? new Part(value, most, step, true) : new Part(value, value, 1, false);
    }

    private static int number(String text, Map<String, Integer> names) {
        Integer named = names.get(text);
        return named == null ? Integer.parseInt(text) : named;
    }

    boolean isAny() {
        return parts.isEmpty();
    }

    /** Returns whether it is one value. */
    boolean isSingle() {
        return parts.size() == 1 && parts.get(0).isSingle();
    }

    /** Returns whether it is a list of values. */
    boolean isValues() {
        return !parts.isEmpty() && parts.stream().allMatch(Part::isSingle);
    }

    /** Returns its steps if it is nothing but steps to the end of the range. */
    Optional<Part> steps() {
        return parts.size() == 1 && parts.get(0).open() ? Optional.of(parts.get(0)) : Optional.empty();
    }

    int value() {
        return parts.get(0).first();
    }

    List<Integer> values() {
        return parts.stream().map(Part::first).toList();
    }
}
