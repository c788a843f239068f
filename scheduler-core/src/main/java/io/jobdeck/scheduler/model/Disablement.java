package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Who disabled a job or an app, and when. It stands beside the 2.1.5 flag, which holds only the name.
 *
 * @param by who asked
 * @param since when
 */
public record Disablement(String by, Instant since) {

    public Disablement {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(since, "since");
    }
}
