package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.ready;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores a new job. What an earlier job of that name left behind, a flag or a queue entry, does not stand in its way. */
final class JobRegistration implements Plan {

    private final Sight sight;
    private final JobConfig job;
    private final String name;
    private final String text;
    private boolean leftSome;

    JobRegistration(Sight sight, JobConfig job) {
        this.sight = sight;
        this.job = job;
        this.name = job.jobName();
        this.text = Codecs.JOB.write(job);
    }

    @Override
    public Optional<Transaction> next() {
        List<String> paths = new ArrayList<>(JobTraces.paths(name));
        paths.addAll(List.of(configApp(job.appName()), disabledApp(job.appName())));
        Nodes nodes = sight.read(paths);
        if (nodes.has(configJob(name))) {
            throw OperationException.conflict(
                    "Job '%s' is registered already. Update it, or choose another name.".formatted(name));
        }
        JobOperations.demandApp(nodes, job.appName());
        JobTraces.clear(nodes, name);
        leftSome = nodes.hasLeftSome();
        if (leftSome) {
            return nodes.transaction();
        }
        nodes.create(configJob(name), text);
        if (job.isDaemon() && !nodes.has(disabledApp(job.appName()))) {
            nodes.create(ready(name), "1");
        }
        return nodes.transaction();
    }

    /** Returns whether only leftovers were removed, which were too many to be removed together with the registration. */
    boolean hasLeftSome() {
        return leftSome;
    }

    @Override
    public Verdict afterUnknown(Transaction tried) {
        boolean stored = sight.find(configJob(name)).filter(node -> node.text().equals(text)).isPresent();
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
