package io.jobdeck.scheduler.model;

import java.util.HashMap;
import java.util.Map;

/**
 * Parameters of a job's items, written {@code 0=a,1=b} (spec section 3.2). Later duplicates win; an item without an
 * entry has an empty parameter.
 *
 * @param byItem item to parameter
 */
public record ShardingItemParameters(Map<Integer, String> byItem) {

    public ShardingItemParameters {
        byItem = Map.copyOf(byItem);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException if it has another form; the message names the entry
     */
    public static ShardingItemParameters parse(String text) {
        Map<Integer, String> byItem = new HashMap<>();
        if (!text.isBlank()) {
            for (String entry : text.split(",", -1)) {
                String[] parts = entry.trim().split("=", -1);
                if (parts.length != 2) {
                    throw new IllegalArgumentException("'%s' is not of the form item=parameter.".formatted(entry.trim()));
                }
                byItem.put(item(parts[0].trim(), entry.trim()), parts[1].trim());
            }
        }
        return new ShardingItemParameters(byItem);
    }

    private static int item(String text, String entry) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' in '%s' is no sharding item.".formatted(text, entry), e);
        }
    }

    /** Returns the parameter of an item, empty if it has none. */
    public String of(int item) {
        return byItem.getOrDefault(item, "");
    }
}
