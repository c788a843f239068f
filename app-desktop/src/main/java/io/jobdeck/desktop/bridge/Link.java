package io.jobdeck.desktop.bridge;

import java.time.Instant;
import java.util.Objects;

/** How current what is shown is. */
public sealed interface Link {

    /** The tree has not been loaded yet. */
    record Connecting() implements Link { }

    /** Everything is shown as it is. */
    record Live() implements Link { }

    /** What is shown may be out of date. */
    record Stale(Instant since, String cause) implements Link {

        public Stale {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(cause, "cause");
        }
    }
}
