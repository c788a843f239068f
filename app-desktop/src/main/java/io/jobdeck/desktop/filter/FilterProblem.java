package io.jobdeck.desktop.filter;

import java.util.List;
import java.util.Objects;

/**
 * Why a term cannot be understood; rows are shown as if it were not there.
 *
 * @param from index of the term's first character
 * @param to index after its last character
 * @param kind what is wrong
 * @param details what a person needs to put it right, as the kind says
 */
public record FilterProblem(int from, int to, Kind kind, List<String> details) {

    /** What can be wrong with a term. Its words have the key {@code filter.problem.} and its name. */
    public enum Kind {
        /** There is no such field: the field, the fields there are. */
        UNKNOWN_FIELD,
        /** The field has no such value: the field, the value, the values it has. */
        UNKNOWN_WORD,
        /** Not a number: the field, the value. */
        NOT_A_NUMBER,
        /** Not a duration: the field, the value. */
        NOT_A_DURATION,
        /** Not a time: the field, the value. */
        NOT_A_TIME,
        /** The field's values are not greater or less than another: the field. */
        NOT_COMPARABLE,
        /** The field's values can only be compared: the field. */
        ONLY_COMPARABLE,
        /** Several values where one is compared with: the field. */
        ONE_VALUE,
        /** Nothing is asked for yet: the field. */
        NO_VALUE
    }

    public FilterProblem {
        Objects.requireNonNull(kind, "kind");
        details = List.copyOf(details);
    }

    /** Returns whether the term may simply not be finished, if a person is typing at this place. */
    public boolean unfinished(int caret) {
        return caret == to;
    }
}
