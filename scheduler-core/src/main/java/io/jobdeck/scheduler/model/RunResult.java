package io.jobdeck.scheduler.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * How the newest run of a job went, kept in the job's own node so that it survives everything.
 *
 * @param runId the run
 * @param outcome how it went as far as known; the worst of its items
 * @param at when the last of its items known here ended
 * @param message of the item that decided the outcome; empty if all went well
 * @param launchedAt when it, or the part of it that ended last, was launched; empty if that is not known
 * @param usual how long runs of the job that succeed usually take, the newest weighing most; empty before the first
 */
public record RunResult(String runId, Outcome outcome, Instant at, String message, Optional<Instant> launchedAt,
        Optional<Duration> usual) {

    /** Of the difference between a run and the usual one, so much goes into what is usual from then on. */
    private static final int SHARE = 4;

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
        Objects.requireNonNull(launchedAt, "launchedAt");
        Objects.requireNonNull(usual, "usual");
    }

    /** A run of which it is not known how long it took. */
    public RunResult(String runId, Outcome outcome, Instant at, String message) {
        this(runId, outcome, at, message, Optional.empty(), Optional.empty());
    }

    /** Returns how long it took, as far as known. */
    public Optional<Duration> duration() {
        return launchedAt.map(launched -> Duration.between(launched, at)).filter(lasted -> !lasted.isNegative());
    }

    /** Returns the same result with what is usual now that it went so, after what was usual before. */
    public RunResult after(Optional<Duration> usualBefore) {
        Optional<Duration> taken = duration().filter(lasted -> outcome == Outcome.SUCCEEDED);
        Optional<Duration> now = taken.map(lasted -> usualBefore
                .map(before -> before.plus(lasted.minus(before).dividedBy(SHARE)).truncatedTo(ChronoUnit.MILLIS))
                .orElse(lasted)).or(() -> usualBefore);
        return new RunResult(runId, outcome, at, message, launchedAt, now);
    }
}
