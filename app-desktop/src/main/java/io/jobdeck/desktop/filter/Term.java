package io.jobdeck.desktop.filter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One of the conditions that a person typed; rows must meet all of them.
 *
 * @param from index of its first character
 * @param to index after its last character
 * @param negated whether rows must not meet it
 * @param condition what it asks for
 * @param values what is asked for, any of which will do; at least one, which may be empty while it is being typed
 */
public record Term(int from, int to, boolean negated, Optional<Condition> condition, List<Value> values) {

    public Term {
        Objects.requireNonNull(condition, "condition");
        values = List.copyOf(values);
    }

    /** The field and the comparison; a term without one looks into every text. */
    public record Condition(String field, Operator operator) {

        public Condition {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(operator, "operator");
        }
    }

    /**
     * One value as it was typed, less its quotes.
     *
     * @param from index of its first character, or of the quote before it
     * @param quoted whether it stood in quotes, so that an empty one is meant to be empty
     */
    public record Value(String text, int from, boolean quoted) {

        public Value {
            Objects.requireNonNull(text, "text");
        }

        boolean given() {
            return quoted || !text.isEmpty();
        }
    }

    /** Returns the values that were really given. */
    List<String> given() {
        return values.stream().filter(Value::given).map(Value::text).toList();
    }
}
