package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of the ready queue: the ordinary runs of a job, or one run with a parameter or items of its own.
 *
 * @param key identity
 * @param app its app; empty if the job's config is gone or cannot be read
 * @param count times it is to run, 1 for a one-off run
 * @param run the one-off run; empty for ordinary ones
 * @param waiting why the job has not been launched, once the leader has said so
 */
public record ReadyFacts(Key key, String app, int count, Optional<OneOffRun> run, Optional<Waiting> waiting) {

    /**
     * Tells entries apart.
     *
     * @param job name of the job
     * @param runId id of the one-off run; empty for the job's ordinary runs
     */
    public record Key(String job, Optional<String> runId) {

        public Key {
            Objects.requireNonNull(job, "job");
            Objects.requireNonNull(runId, "runId");
        }

        /** Returns the key of a job's ordinary runs. */
        public static Key ordinary(String job) {
            return new Key(job, Optional.empty());
        }
    }

    public ReadyFacts {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(waiting, "waiting");
    }

    /** The ordinary runs of a job. */
    public ReadyFacts(String job, String app, int count, Optional<Waiting> waiting) {
        this(Key.ordinary(job), app, count, Optional.empty(), waiting);
    }

    /** Returns the name of the job. */
    public String job() {
        return key.job();
    }

    /** Returns since when it waits: since it was asked for, or since the job waits for its reason. */
    public Optional<Instant> since() {
        return run.map(OneOffRun::at).or(() -> waiting.map(Waiting::since));
    }
}
