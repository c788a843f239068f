package io.jobdeck.desktop.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** A number; a row that has none, null, meets no comparison. */
record NumberField<R>(String name, Function<R, ? extends Number> number) implements Field<R> {

    private static final List<String> EXAMPLES = List.of("0", "1", "10");

    @Override
    public BiPredicate<R, Instant> test(Operator operator, List<String> values, Reading reading) throws Malformed {
        if (operator.compares()) {
            Field.only(name, values);
        }
        List<Double> wanted = new ArrayList<>();
        for (String value : values) {
            wanted.add(parse(value));
        }
        return (row, now) -> holds(operator, number.apply(row), wanted);
    }

    private static boolean holds(Operator operator, Number actual, List<Double> wanted) {
        if (actual == null) {
            return false;
        }
        for (Double each : wanted) {
            if (operator.holds(Double.compare(actual.doubleValue(), each))) {
                return true;
            }
        }
        return false;
    }

    private Double parse(String value) throws Malformed {
        try {
            return new BigDecimal(value).doubleValue();
        } catch (NumberFormatException none) {
            throw new Malformed(FilterProblem.Kind.NOT_A_NUMBER, name, value);
        }
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
