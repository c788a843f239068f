package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One item in the failover queue, or one that was given up.
 *
 * @param task job and item
 * @param app its app; empty if the job's config is gone or cannot be read
 * @param originalTaskId id of the task that failed; empty for an item that was given up
 * @param failed what is remembered of its failures; empty if they were not remembered, as by a 2.1.5 scheduler
 * @param limit how often it may be launched in all, as far as its job says so; empty for the cluster's setting
 * @param waiting why its job has not been launched, once the leader has said so
 */
public record FailoverFacts(MetaInfo task, String app, String originalTaskId, Optional<FailedItem> failed,
        OptionalInt limit, Optional<Waiting> waiting) {

    public FailoverFacts {
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(originalTaskId, "originalTaskId");
        Objects.requireNonNull(failed, "failed");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(waiting, "waiting");
    }

    /** Returns whether it stays down until somebody does something. */
    public boolean isGivenUp() {
        return failed.filter(FailedItem::givenUp).isPresent();
    }

    /** Returns when it may be launched again; empty if it is given up or that is not known. */
    public Optional<Instant> nextTry() {
        return failed.filter(item -> !item.givenUp()).map(FailedItem::notBefore);
    }
}
