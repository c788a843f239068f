package io.jobdeck.scheduler.operations;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How something is disabled.
 *
 * @param keepBacklog whether what waits in the ready and failover queues stays there until it is enabled again
 * @param until when it is enabled again by itself; empty for when somebody does it
 */
public record DisableOptions(boolean keepBacklog, Optional<Instant> until) {

    /** Empties the queues and waits for somebody to enable it. */
    public static final DisableOptions STANDARD = new DisableOptions(false, Optional.empty());

    public DisableOptions {
        Objects.requireNonNull(until, "until");
    }
}
