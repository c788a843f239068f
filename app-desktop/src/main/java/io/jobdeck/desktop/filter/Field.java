package io.jobdeck.desktop.filter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Something of a row that a filter can ask for by name.
 *
 * @param <R> the row
 */
sealed interface Field<R> permits TextField, WordField, NumberField, DurationField, TimeField {

    /** Returns the name by which it is asked for; what it is, is said by {@code filter.field.} and this name. */
    String name();

    /**
     * Returns the test whether a row, at a time, has one of the values.
     *
     * @param values at least one
     * @throws Malformed if the field cannot be asked this
     */
    BiPredicate<R, Instant> test(Operator operator, List<String> values, Reading reading) throws Malformed;

    /** Returns the operator to offer after the name. */
    default Operator usual() {
        return Operator.HAS;
    }

    /** Returns values to offer, the most useful first. */
    List<String> offers(Collection<? extends R> rows, Wording wording);

    /** Returns the one value to compare with. */
    static String only(String field, List<String> values) throws Malformed {
        if (values.size() > 1) {
            throw new Malformed(FilterProblem.Kind.ONE_VALUE, field);
        }
        return values.get(0);
    }
}
