package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ConfigUpdate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the tree says of one app.
 *
 * @param name identity
 * @param config its config; empty if what is stored cannot be read
 * @param state whether its jobs may run
 * @param problem what keeps it from working, if anything does; also when it is disabled
 * @param jobs number of its jobs
 * @param runningTasks number of its tasks in flight
 * @param executorAgents ids of the agents on which its executors are up, sorted
 * @param waitingJobs number of its jobs that are due and have not been launched
 * @param changes its newest updates, oldest first
 */
public record AppFacts(
        String name,
        Optional<AppConfig> config,
        AppState state,
        Optional<Problem> problem,
        int jobs,
        int runningTasks,
        List<String> executorAgents,
        int waitingJobs,
        List<ConfigUpdate> changes) {

    public AppFacts {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(problem, "problem");
        executorAgents = List.copyOf(executorAgents);
        changes = List.copyOf(changes);
    }

    /** An app of whose executors only the number matters, and of which no more is known. */
    public AppFacts(String name, Optional<AppConfig> config, AppState state, Optional<Problem> problem, int jobs,
            int runningTasks, int executors) {
        this(name, config, state, problem, jobs, runningTasks,
                IntStream.range(0, executors).mapToObj(index -> "S" + index).toList(), 0, List.of());
    }

    /** Returns the number of its executors that are up. */
    public int executors() {
        return executorAgents.size();
    }
}
