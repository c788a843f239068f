package io.jobdeck.desktop.filter;

import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A filter that has been understood, as far as it can be.
 *
 * @param <R> the row
 * @param tests what rows must meet, all of it
 * @param problems the terms that were left out, and why
 * @param timed whether a row can come to pass it, or no longer pass it, only because time goes by
 */
public record CompiledFilter<R>(List<BiPredicate<R, Instant>> tests, List<FilterProblem> problems, boolean timed) {

    public CompiledFilter {
        tests = List.copyOf(tests);
        problems = List.copyOf(problems);
    }

    /** Returns whether the row passes at this time. */
    public boolean test(R row, Instant now) {
        for (BiPredicate<R, Instant> each : tests) {
            if (!each.test(row, now)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether every row passes. */
    public boolean isEmpty() {
        return tests.isEmpty();
    }
}
