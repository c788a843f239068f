package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.OneOffRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One-off runs for tests. */
final class Runs {

    private Runs() {
    }

    static OneOffRun of(String runId, String parameter, Instant at, Integer... items) {
        return new OneOffRun(runId, "job", Optional.ofNullable(parameter), new TreeSet<>(List.of(items)), "ann", at);
    }
}
