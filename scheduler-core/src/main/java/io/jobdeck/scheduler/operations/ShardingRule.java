package io.jobdeck.scheduler.operations;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Number and parameters of sharding items, spec section 3.2; what 2.1.5 finds out only at the launch (14.2). */
final class ShardingRule {

    /** Most items of one job. */
    static final int MAX_ITEMS = 10_000;

    private ShardingRule() {
    }

    static Optional<String> countProblem(int total) {
        return total >= 1 && total <= MAX_ITEMS ? Optional.empty()
                : Optional.of("must be between 1 and %d, is %d.".formatted(MAX_ITEMS, total));
    }

    static Optional<String> parametersProblem(String parameters, int total) {
        if (parameters.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> seen = new HashSet<>();
        for (String entry : parameters.split(",", -1)) {
            Optional<String> problem = entryProblem(entry.strip(), total, seen);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> entryProblem(String entry, int total, Set<Integer> seen) {
        String[] parts = entry.split("=", -1);
        if (entry.isEmpty()) {
            return Optional.of("has an empty entry; entries are item=parameter, with a comma between two.");
        }
        if (parts.length != 2) {
            return Optional.of("entry %s must be item=parameter with exactly one '='.".formatted(Problems.quote(entry)));
        }
        if (parts[1].isBlank()) {
            return Optional.of("entry %s has no parameter; leave the entry out for an empty one."
                    .formatted(Problems.quote(entry)));
        }
        return itemProblem(parts[0], entry, total, seen);
    }

    private static Optional<String> itemProblem(String key, String entry, int total, Set<Integer> seen) {
        int item;
        try {
            item = Integer.parseInt(key);
        } catch (NumberFormatException e) {
            return Optional.of("entry %s must begin with a sharding item, a whole number.".formatted(Problems.quote(entry)));
        }
        if (item < 0 || item >= Math.max(1, total)) {
            return Optional.of("names item %d, but with shardingTotalCount %d items are 0 to %d."
                    .formatted(item, total, Math.max(1, total) - 1));
        }
        return seen.add(item) ? Optional.empty() : Optional.of("names item %d twice.".formatted(item));
    }
}
