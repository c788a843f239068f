package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.failover;
import static io.jobdeck.scheduler.registry.RegistryPaths.ready;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.Transaction;
import java.util.Optional;

/**
 * Replaces a job's config and brings its queues in line: no backlog without misfire, no entry of the other execution
 * type, none of an item that is gone. The leader does the rest.
 */
final class JobUpdate implements Plan {

    private final Registry registry;
    private final JobConfig job;
    private final String name;
    private boolean leftSome;

    JobUpdate(Registry registry, JobConfig job) {
        this.registry = registry;
        this.job = job;
        this.name = job.jobName();
    }

    @Override
    public Optional<Transaction> next() {
        Nodes nodes = Nodes.read(registry, configJob(name), configApp(job.appName()), disabledApp(job.appName()),
                disabledJob(name), ready(name), failover(name));
        Optional<JobConfig> stored = nodes.get(configJob(name))
                .map(StoredJobs::parse)
                .orElseThrow(() -> JobOperations.unknownJob(name));
        boolean sameApp = stored.filter(before -> before.appName().equals(job.appName())).isPresent();
        if (!sameApp) {
            JobOperations.demandApp(nodes, job.appName());
        }
        nodes.put(configJob(name), Codecs.JOB.write(Merging.keepUnknown(job, stored)));
        boolean sameExecution = stored.filter(before -> before.executionType() == job.executionType()).isPresent();
        bringReadyInLine(nodes, sameExecution);
        nodes.deleteFailover(name, this::isGone);
        leftSome = nodes.hasLeftSome();
        return nodes.transaction();
    }

    private void bringReadyInLine(Nodes nodes, boolean sameExecution) {
        boolean enabled = !nodes.has(disabledJob(name)) && !nodes.has(disabledApp(job.appName()));
        if (!sameExecution && job.isDaemon() && enabled) {
            nodes.put(ready(name), "1");
        } else if (!sameExecution) {
            nodes.delete(ready(name));
        } else if (job.isTransient() && !job.misfire() && nodes.has(ready(name))) {
            nodes.put(ready(name), "1");
        }
    }

    private boolean isGone(String entry) {
        try {
            return MetaInfo.parse(entry).item() >= job.shardingTotalCount();
        } catch (IllegalArgumentException notOfThisVersion) {
            return false;
        }
    }

    boolean hasLeftSome() {
        return leftSome;
    }

    /** Returns the plan that drops the failover entries for which the update's own transaction had no room. */
    Plan remainder() {
        return new Plan() {
            @Override
            public Optional<Transaction> next() {
                Nodes nodes = Nodes.read(registry, failover(name));
                nodes.deleteFailover(name, JobUpdate.this::isGone);
                return nodes.transaction();
            }

            @Override
            public String outcome() {
                return JobUpdate.this.outcome();
            }
        };
    }

    @Override
    public String outcome() {
        return "job '%s' was updated".formatted(name);
    }
}
