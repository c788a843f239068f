package io.jobdeck.scheduler.operations;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of enabling a job.
 *
 * @param changed whether it was disabled before
 * @param disabledApp its app, if that is disabled, so that the job still does not run
 */
public record Enabled(boolean changed, Optional<String> disabledApp) {

    public Enabled {
        Objects.requireNonNull(disabledApp, "disabledApp");
    }
}
