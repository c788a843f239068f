package io.jobdeck.scheduler.operations;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of one job of a call on many.
 *
 * @param job its name
 * @param refusal why it was not done; empty if it was
 * @param note something to know although it was done, such as that the job's app is disabled; often empty
 */
public record JobOutcome(String job, Optional<OperationException> refusal, Optional<String> note) {

    public JobOutcome {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(note, "note");
    }
}
