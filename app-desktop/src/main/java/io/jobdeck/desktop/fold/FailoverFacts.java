package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.Waiting;
import java.util.Objects;
import java.util.Optional;

/**
 * One item in the failover queue.
 *
 * @param task job and item
 * @param app its app; empty if the job's config is gone or cannot be read
 * @param originalTaskId id of the task that failed
 * @param waiting why its job has not been launched, once the leader has said so
 */
public record FailoverFacts(MetaInfo task, String app, String originalTaskId, Optional<Waiting> waiting) {

    public FailoverFacts {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(originalTaskId, "originalTaskId");
        Objects.requireNonNull(waiting, "waiting");
    }
}
