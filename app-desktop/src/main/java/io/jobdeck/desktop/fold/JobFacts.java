package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.ConfigUpdate;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the tree says of one job.
 *
 * @param name identity
 * @param config its config; empty if what is stored cannot be read
 * @param state whether it may run
 * @param problem what keeps it from working, if anything does; also when it is disabled
 * @param nextFire when its cron fires next; empty unless it is enabled
 * @param runningItems number of its tasks in flight
 * @param readyCount times it stands in the ready queue
 * @param failoverCount items of it in the failover queue
 * @param lastResult how its newest run went
 * @param waiting why it has not been launched, while it waits
 * @param health how it is doing
 * @param changes its newest updates, oldest first
 */
public record JobFacts(
        String name,
        Optional<JobConfig> config,
        JobState state,
        Optional<Problem> problem,
        Optional<Instant> nextFire,
        int runningItems,
        int readyCount,
        int failoverCount,
        Optional<RunResult> lastResult,
        Optional<Waiting> waiting,
        JobHealth health,
        List<ConfigUpdate> changes) {

    public JobFacts {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(nextFire, "nextFire");
        Objects.requireNonNull(lastResult, "lastResult");
        Objects.requireNonNull(waiting, "waiting");
        Objects.requireNonNull(health, "health");
        changes = List.copyOf(changes);
    }

    /** A job of which no more is known than whether it may run. */
    public JobFacts(String name, Optional<JobConfig> config, JobState state, Optional<Problem> problem,
            Optional<Instant> nextFire, int runningItems, int readyCount, int failoverCount, Optional<RunResult> lastResult,
            Optional<Waiting> waiting) {
        this(name, config, state, problem, nextFire, runningItems, readyCount, failoverCount, lastResult, waiting,
                JobHealth.of(state), List.of());
    }

    /** Returns the app it belongs to; empty if its config cannot be read. */
    public String app() {
        return config.map(JobConfig::appName).orElse("");
    }

    /** Returns how long its runs usually take; empty before the first that succeeds. */
    public Optional<Duration> usual() {
        return lastResult.flatMap(RunResult::usual);
    }
}
