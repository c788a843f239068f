package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.Waiting;
import java.util.Objects;
import java.util.Optional;

/**
 * One job in the ready queue.
 *
 * @param job name of the job
 * @param app its app; empty if the job's config is gone or cannot be read
 * @param count times it is to run
 * @param waiting why it has not been launched, once the leader has said so
 */
public record ReadyFacts(String job, String app, int count, Optional<Waiting> waiting) {

    public ReadyFacts {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(waiting, "waiting");
    }
}
