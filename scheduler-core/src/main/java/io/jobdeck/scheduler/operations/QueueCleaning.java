package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what is left of some jobs out of the ready and the failover queue, one full transaction at a time. */
final class QueueCleaning implements Plan {

    private final Registry registry;
    private final List<String> jobs;
    private final String outcome;

    QueueCleaning(Registry registry, List<String> jobs, String outcome) {
        this.registry = registry;
        this.jobs = List.copyOf(jobs);
        this.outcome = outcome;
    }

    @Override
    public Optional<Transaction> next() {
        List<String> paths = new ArrayList<>();
        for (String job : jobs) {
            paths.add(RegistryPaths.ready(job));
            paths.add(RegistryPaths.failover(job));
        }
        Nodes nodes = Nodes.read(registry, paths);
        jobs.forEach(nodes::deleteQueues);
        return nodes.transaction();
    }

    @Override
    public String outcome() {
        return outcome;
    }
}
