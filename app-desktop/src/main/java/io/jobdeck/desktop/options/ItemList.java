package io.jobdeck.desktop.options;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sharding items as people write them: numbers and ranges, separated by commas, such as {@code 0,2,5-7}. */
final class ItemList {

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(?:\\s*-\\s*(\\d{1,9}))?");

    private ItemList() {
    }

    /** Returns the items, none for an empty text; empty if it is no such list or names an item that is not below the total. */
    static Optional<SortedSet<Integer>> read(String text, int total) {
        SortedSet<Integer> items = new TreeSet<>();
        if (text.isBlank()) {
            return Optional.of(items);
        }
        for (String part : text.split("[,，]", -1)) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            int from = Integer.parseInt(matcher.group(1));
            int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
            if (to < from || to >= total) {
                return Optional.empty();
            }
            for (int item = from; item <= to; item++) {
                items.add(item);
            }
        }
        return Optional.of(items);
    }
}
