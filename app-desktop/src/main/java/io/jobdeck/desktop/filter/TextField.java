package io.jobdeck.desktop.filter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;

/** A text: {@code :} asks whether it contains the words, {@code =} whether it is them. */
record TextField<R>(String name, Function<R, String> text, boolean offered) implements Field<R> {

    private static final int MOST_OFFERED = 200;

    @Override
    public BiPredicate<R, Instant> test(Operator operator, List<String> values, Reading reading) throws Malformed {
        if (operator.compares()) {
            throw new Malformed(FilterProblem.Kind.NOT_COMPARABLE, name);
        }
        List<String> wanted = values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
        return operator == Operator.EQUAL
                ? (row, now) -> wanted.contains(lower(row))
                : (row, now) -> containsAny(lower(row), wanted);
    }

    private static boolean containsAny(String text, List<String> wanted) {
        for (String word : wanted) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    String lower(R row) {
        String value = text.apply(row);
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    @Override
    public List<String> offers(Collection<? extends R> rows, Wording wording) {
        Stream<String> values = offered ? rows.stream().map(text) : Stream.empty();
        return values.filter(value -> value != null && !value.isEmpty()).distinct().limit(MOST_OFFERED).sorted().toList();
    }
}
