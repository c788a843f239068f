package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.AppConfig;
import java.util.Objects;
import java.util.Optional;

/**
 * What the tree says of one app.
 *
 * @param name identity
 * @param config its config; empty if what is stored cannot be read
 * @param state whether its jobs may run
 * @param problem what keeps it from working, if anything does; also when it is disabled
 * @param jobs number of its jobs
 * @param runningTasks number of its tasks in flight
 * @param executors number of its executors that are up
 */
public record AppFacts(
        String name,
        Optional<AppConfig> config,
        AppState state,
        Optional<Problem> problem,
        int jobs,
        int runningTasks,
        int executors) {

    public AppFacts {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(problem, "problem");
    }
}
