package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJobInfo;
import static io.jobdeck.scheduler.registry.RegistryPaths.ready;

import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Transaction;
import java.util.Optional;

/** Takes a job's flag away and queues a daemon, unless its app is disabled. */
final class JobEnabling extends RepeatablePlan {

    private final Sight sight;
    private final String job;
    private boolean changed;
    private Optional<String> app = Optional.empty();

    JobEnabling(Sight sight, String job) {
        this.sight = sight;
        this.job = job;
    }

    @Override
    public Optional<Transaction> next() {
        Nodes nodes = sight.read(configJob(job), disabledJob(job), disabledJobInfo(job), ready(job));
        if (!nodes.has(configJob(job))) {
            throw JobOperations.unknownJob(job);
        }
        Optional<JobConfig> config = nodes.get(configJob(job)).flatMap(StoredJobs::parse);
        app = config.map(JobConfig::appName).filter(NameRule::canBeNode)
                .filter(name -> sight.find(disabledApp(name)).isPresent());
        changed = nodes.has(disabledJob(job)) || mayHaveHappened();
        if (!nodes.has(disabledJob(job))) {
            return Optional.empty();
        }
        nodes.check(configJob(job));
        nodes.delete(disabledJob(job), disabledJobInfo(job));
        if (config.filter(JobConfig::isDaemon).isPresent() && app.isEmpty()) {
            nodes.put(ready(job), "1");
        }
        return nodes.transaction();
    }

    /** Returns what came of it, once it is carried out. */
    Enabled result() {
        return new Enabled(changed, app);
    }

    @Override
    public String outcome() {
        return "job '%s' was enabled".formatted(job);
    }
}
