package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * Why a job in the ready or failover queue has not been launched (DESIGN.md decision 8).
 *
 * @param reason what is missing, in numbers where there are any
 * @param help what would change it
 * @param since when it began to wait for this
 * @param kind what kind of reason it is, for those who sort by it
 */
public record Waiting(String reason, String help, Instant since, Kind kind) {

    /** Kinds of reasons. */
    public enum Kind {
        NO_MESOS,
        NO_OFFER,
        RESOURCES,
        PREVIOUS_RUN,
        APP_MISSING,
        FOREIGN_EXECUTOR,
        PARAMETERS,
        TOO_MANY_ITEMS,
        BACKOFF,
        EXECUTOR_REPLACED,
        DISABLED,
        QUEUE_FULL,
        GIVEN_UP,
        RETURNED,
        /** Told by a version that knew other kinds, or none. */
        OTHER;

        /** Returns the kind of that name, {@link #OTHER} if this version knows none. */
        public static Kind of(String name) {
            return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst().orElse(OTHER);
        }
    }

    public Waiting {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(help, "help");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(kind, "kind");
    }

    /** A reason of no particular kind. */
    public Waiting(String reason, String help, Instant since) {
        this(reason, help, since, Kind.OTHER);
    }
}
