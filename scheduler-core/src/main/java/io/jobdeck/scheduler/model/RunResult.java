package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Objects;

/**
 * How the newest run of a job went, kept in the job's own node so that it survives everything.
 *
 * @param runId the run
 * @param outcome how it went as far as known; the worst of its items
 * @param at when the last of its items known here ended
 * @param message of the item that decided the outcome; empty if all went well
 */
public record RunResult(String runId, Outcome outcome, Instant at, String message) {

    /** How a run went. Ordered from good to bad. */
    public enum Outcome {
        SUCCEEDED,
        KILLED,
        FAILED
    }

    public RunResult {
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(message, "message");
    }
}
