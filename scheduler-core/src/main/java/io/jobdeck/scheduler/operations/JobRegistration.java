package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJobInfo;
import static io.jobdeck.scheduler.registry.RegistryPaths.failover;
import static io.jobdeck.scheduler.registry.RegistryPaths.ready;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.Transaction;
import java.util.Optional;

/** Stores a new job. What an earlier job of that name left behind, a flag or a queue entry, does not stand in its way. */
final class JobRegistration implements Plan {

    private final Registry registry;
    private final JobConfig job;
    private final String name;
    private final String text;

    JobRegistration(Registry registry, JobConfig job) {
        this.registry = registry;
        this.job = job;
        this.name = job.jobName();
        this.text = Codecs.JOB.write(job);
    }

    @Override
    public Optional<Transaction> next() {
        Nodes nodes = Nodes.read(registry, configJob(name), configApp(job.appName()), disabledApp(job.appName()),
                disabledJob(name), disabledJobInfo(name), ready(name), failover(name));
        if (nodes.has(configJob(name))) {
            throw OperationException.conflict(
                    "Job '%s' is registered already. Update it, or choose another name.".formatted(name));
        }
        JobOperations.demandApp(nodes, job.appName());
        nodes.put(configJob(name), text);
        nodes.delete(disabledJob(name), disabledJobInfo(name));
        if (job.isDaemon() && !nodes.has(disabledApp(job.appName()))) {
            nodes.put(ready(name), "1");
        } else {
            nodes.delete(ready(name));
        }
        nodes.deleteFailover(name, entry -> true);
        return nodes.transaction();
    }

    @Override
    public Verdict afterUnknown(Transaction tried) {
        boolean stored = registry.read(configJob(name)).filter(node -> node.text().equals(text)).isPresent();
        return stored ? Verdict.HAPPENED : Verdict.DO_AGAIN;
    }

    @Override
    public String outcome() {
        return "job '%s' was registered".formatted(name);
    }

    @Override
    public String howToFindOut() {
        return "Look for it in the list of jobs, and register it again if it is not there.";
    }
}
