package io.jobdeck.desktop.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A moment, compared with a date, a time of today, or both; a row that has none, null, meets no comparison. A date alone
 * is its beginning.
 */
record TimeField<R>(String name, Function<R, Instant> time) implements Field<R> {

    @Override
    public BiPredicate<R, Instant> test(Operator operator, List<String> values, Reading reading) throws Malformed {
        if (!operator.compares()) {
            throw new Malformed(FilterProblem.Kind.ONLY_COMPARABLE, name);
        }
        String value = Field.only(name, values);
        Instant wanted = parse(value, reading);
        return (row, now) -> {
            Instant actual = time.apply(row);
            return actual != null && operator.holds(actual.compareTo(wanted));
        };
    }

    private Instant parse(String value, Reading reading) throws Malformed {
        ZoneId zone = reading.zone();
        try {
            if (value.indexOf(':') < 0) {
                return LocalDate.parse(value).atStartOfDay(zone).toInstant();
            }
            if (value.indexOf('-') < 0) {
                LocalDate today = LocalDate.ofInstant(reading.now().get(), zone);
                return LocalTime.parse(value).atDate(today).atZone(zone).toInstant();
            }
            return LocalDateTime.parse(value.strip().replace(' ', 'T')).atZone(zone).toInstant();
        } catch (DateTimeException none) {
            throw new Malformed(FilterProblem.Kind.NOT_A_TIME, name, value);
        }
    }

    @Override
    public Operator usual() {
        return Operator.MORE;
    }

    @Override
    public List<String> offers(Collection<? extends R> rows, Wording wording) {
        return List.of();
    }
}
