package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An item whose last tasks failed or got lost. It is kept beside the failover queue, so that whoever leads next goes on
 * from there: with the pauses, the limit of attempts, the agents to avoid and the parameter of a one-off run.
 *
 * @param failures launches in a row that failed
 * @param losses launches in a row that came to nothing before the task started; they cost no attempt
 * @param notBefore when it may be launched again
 * @param agents the agents that it failed on last, newest first; a few
 * @param message what was reported of the last of them; may be empty
 * @param jobParameter parameter of the one-off run that it belongs to; empty for the job's own
 * @param basis digest of the configs that it failed with: others are worth another try
 * @param givenUp whether it stays down, since it has failed as often as it may
 */
public record FailedItem(int failures, int losses, Instant notBefore, List<String> agents, String message,
        Optional<String> jobParameter, String basis, boolean givenUp) {

    public FailedItem {
        Objects.requireNonNull(notBefore, "notBefore");
        agents = List.copyOf(agents);
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(jobParameter, "jobParameter");
        Objects.requireNonNull(basis, "basis");
    }
}
