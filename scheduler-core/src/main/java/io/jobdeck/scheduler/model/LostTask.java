package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Objects;

/**
 * A task that was given up because nothing was heard of it for too long. Should it come back, it is killed.
 *
 * @param since when it was given up
 * @param back whether it has come back and has not ended since; until then its item is not launched
 */
public record LostTask(Instant since, boolean back) {

    public LostTask {
        Objects.requireNonNull(since, "since");
    }
}
