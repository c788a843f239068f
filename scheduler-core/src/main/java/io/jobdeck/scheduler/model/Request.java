package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Who asked the leader for something that needs no more said, such as the end of a task.
 *
 * @param by who asked
 * @param at when
 */
public record Request(String by, Instant at) {

    public Request {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
