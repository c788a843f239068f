package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the cluster does, summed up. What tasks and executors were given is added up over all jobs that run, and so not at
 * every change.
 */
final class Usage {

    private static final Duration ADD_UP_EVERY = Duration.ofSeconds(1);

    private final Configs configs;
    private final Queues queues;
    private final TaskList tasks;
    private final Schedulers schedulers;
    private Instant addedUp = Instant.MIN;
    private double cpus;
    private double memoryMb;

    Usage(Configs configs, Queues queues, TaskList tasks, Schedulers schedulers) {
        this.configs = configs;
        this.queues = queues;
        this.tasks = tasks;
        this.schedulers = schedulers;
    }

    Totals at(Instant now) {
        if (addedUp.equals(Instant.MIN) || !now.isBefore(addedUp.plus(ADD_UP_EVERY))) {
            addedUp = now;
            addUp();
        }
        return new Totals(configs.jobCount(), configs.appCount(), tasks.size(), queues.readyRuns(), queues.failoverItems(), schedulers.executors(),
                schedulers.agents(), cpus, memoryMb);
    }

    private void addUp() {
        cpus = 0;
        memoryMb = 0;
        for (String job : tasks.jobs()) {
            Optional<JobConfig> config = configs.config(job);
            cpus += tasks.ofJob(job) * config.map(JobConfig::cpuCount).orElse(0.0);
            memoryMb += tasks.ofJob(job) * config.map(JobConfig::memoryMb).orElse(0.0);
        }
        for (String app : schedulers.apps()) {
            Optional<AppConfig> config = configs.appConfig(app);
            cpus += schedulers.executorsOf(app) * config.map(AppConfig::cpuCount).orElse(0.0);
            memoryMb += schedulers.executorsOf(app) * config.map(AppConfig::memoryMb).orElse(0.0);
        }
    }
}
