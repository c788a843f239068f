package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Who disabled a job or an app, when, and how. It stands beside the 2.1.5 flag, which holds only the name.
 *
 * @param by who asked
 * @param since when
 * @param until when it is enabled again by itself; empty for never
 * @param keepBacklog whether what waits in the ready and failover queues stays there meanwhile
 */
public record Disablement(String by, Instant since, Optional<Instant> until, boolean keepBacklog) {

    public Disablement {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
    }

    /** Disabled until somebody enables it, with its queues emptied. */
    public Disablement(String by, Instant since) {
        this(by, since, Optional.empty(), false);
    }
}
