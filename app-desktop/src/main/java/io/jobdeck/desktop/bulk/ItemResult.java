package io.jobdeck.desktop.bulk;

import java.util.Objects;

/**
 * What became of one thing.
 *
 * @param name what people call it
 * @param outcome how it ended
 * @param detail why it was not done, or something to know although it was; often empty
 */
public record ItemResult(String name, Outcome outcome, String detail) {

    /** How it ended. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        /** A person stopped before its turn came. */
        NOT_DONE
    }

    public ItemResult {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(detail, "detail");
    }
}
