package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Why a job in the ready or failover queue has not been launched (DESIGN.md decision 8).
 *
 * @param reason what is missing, in numbers where there are any
 * @param help what would change it
 * @param since when it began to wait for this
 */
public record Waiting(String reason, String help, Instant since) {

    public Waiting {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(since, "since");
    }
}
