package io.jobdeck.desktop.filter;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * A length of time, mostly the one that lies between a moment and now; a row that has none, null, meets no comparison.
 *
 * @param length the row's length at a time
 */
record DurationField<R>(String name, BiFunction<R, Instant, Duration> length) implements Field<R> {

    private static final List<String> EXAMPLES = List.of("1m", "10m", "1h", "1d");

    @Override
    public BiPredicate<R, Instant> test(Operator operator, List<String> values, Reading reading) throws Malformed {
        if (!operator.compares()) {
            throw new Malformed(FilterProblem.Kind.ONLY_COMPARABLE, name);
        }
        String value = Field.only(name, values);
        Duration wanted = Durations.parse(value)
                .orElseThrow(() -> new Malformed(FilterProblem.Kind.NOT_A_DURATION, name, value));
        return (row, now) -> {
            Duration actual = length.apply(row, now);
            return actual != null && operator.holds(actual.compareTo(wanted));
        };
    }

    @Override
    public Operator usual() {
        return Operator.MORE;
    }

    @Override
    public List<String> offers(Collection<? extends R> rows, Wording wording) {
        return EXAMPLES;
    }
}
