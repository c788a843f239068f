package io.jobdeck.scheduler.operations;

import java.util.Objects;

/**
 * What is wrong with one field of what was sent.
 *
 * @param field JSON name of the field, as in spec section 3
 * @param message what is wrong, one sentence without the field's name at its beginning
 * @param example a value that would be right
 */
public record FieldProblem(String field, String message, String example) {

    public FieldProblem {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(example, "example");
    }

    /** Returns field, problem and example in one line. */
    public String sentence() {
        return "%s: %s For example: %s".formatted(field, message, example);
    }
}
