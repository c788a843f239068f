package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what is left of some jobs out of the queues, one full transaction at a time. */
final class QueueCleaning implements Plan {

    private final Sight sight;
    private final List<String> jobs;
    private final boolean killRequestsToo;
    private final String outcome;

    QueueCleaning(Sight sight, List<String> jobs, boolean killRequestsToo, String outcome) {
        this.sight = sight;
        this.jobs = List.copyOf(jobs);
        this.killRequestsToo = killRequestsToo;
        this.outcome = outcome;
    }

    @Override
    public Optional<Transaction> next() {
        Nodes nodes = sight.read(paths(jobs));
        for (String job : jobs) {
            nodes.deleteBacklog(job);
            if (killRequestsToo) {
                nodes.deleteListed(nodes.belongings().kills(job));
            }
        }
        return nodes.transaction();
    }

    /** Returns what must be read of jobs before their backlog can be deleted. */
    static List<String> paths(List<String> jobs) {
        List<String> paths = new ArrayList<>();
        jobs.forEach(job -> paths.addAll(List.of(RegistryPaths.ready(job), RegistryPaths.failover(job))));
        return paths;
    }

    @Override
    public String outcome() {
        return outcome;
    }
}
