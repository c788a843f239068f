package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJobInfo;
import static io.jobdeck.scheduler.registry.RegistryPaths.failover;
import static io.jobdeck.scheduler.registry.RegistryPaths.ready;

import io.jobdeck.scheduler.registry.Transaction;
import java.util.Optional;

/** Sets a job's flag and empties its queues, unless the backlog is to be kept. */
final class JobDisabling implements Plan {

    private final Sight sight;
    private final QueueLimit limit;
    private final String job;
    private final Wish wish;
    private boolean leftSome;

    JobDisabling(Sight sight, QueueLimit limit, String job, Wish wish) {
        this.sight = sight;
        this.limit = limit;
        this.job = job;
        this.wish = wish;
    }

    @Override
    public Optional<Transaction> next() {
        leftSome = false;
        Nodes nodes = sight.read(configJob(job), disabledJob(job), disabledJobInfo(job), ready(job), failover(job));
        if (!nodes.has(configJob(job))) {
            throw JobOperations.unknownJob(job);
        }
        boolean isDisabled = nodes.has(disabledJob(job));
        Optional<String> info = wish.infoBeside(nodes, disabledJob(job), disabledJobInfo(job));
        if (info.isEmpty()) {
            return Optional.empty();
        }
        nodes.demand(configJob(job));
        // The flag comes last, so that nobody sees it without what says how it is meant.
        nodes.put(disabledJobInfo(job), info.get());
        if (!isDisabled) {
            limit.reserve(disabledJob(job));
            nodes.create(disabledJob(job), job);
        }
        if (!wish.options().keepBacklog()) {
            nodes.deleteBacklog(job);
            leftSome = nodes.hasLeftSome();
        } else if (!isDisabled) {
            // A run that the leader is about to launch would be killed and missing in the backlog.
            nodes.touch(ready(job));
        }
        return nodes.transaction();
    }

    /** Returns whether entries of queues are left to later transactions. */
    boolean hasLeftSome() {
        return leftSome;
    }

    @Override
    public String outcome() {
        return "job '%s' was disabled".formatted(job);
    }
}
