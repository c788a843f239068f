package io.jobdeck.desktop.form;

import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.List;
import java.util.Objects;

/**
 * Why a document was not stored.
 *
 * @param message one line for people
 * @param problems what is wrong with each field, none if the reason is another one
 * @param stale whether it was made from a state that others have changed since
 */
public record Refusal(String message, List<FieldProblem> problems, boolean stale) {

    public Refusal {
        Objects.requireNonNull(message, "message");
        problems = List.copyOf(problems);
    }

    /** A refusal for another reason than that others were faster. */
    public Refusal(String message, List<FieldProblem> problems) {
        this(message, problems, false);
    }
}
