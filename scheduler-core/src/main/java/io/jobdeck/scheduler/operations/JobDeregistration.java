package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.Transaction;
import java.util.Optional;

/** Removes a job with all its traces. */
final class JobDeregistration extends RepeatablePlan {

    private final Sight sight;
    private final String job;
    private boolean leftSome;

    JobDeregistration(Sight sight, String job) {
        this.sight = sight;
        this.job = job;
    }

    @Override
    public Optional<Transaction> next() {
        Nodes nodes = sight.read(JobTraces.paths(job));
        JobTraces.remove(nodes, job);
        leftSome = nodes.hasLeftSome();
        Optional<Transaction> transaction = nodes.transaction();
        if (transaction.isEmpty() && !mayHaveHappened()) {
            throw JobOperations.unknownJob(job);
        }
        return transaction;
    }

    /** Returns whether entries of queues are left to later transactions. */
    boolean hasLeftSome() {
        return leftSome;
    }

    @Override
    public String outcome() {
        return "job '%s' was deregistered".formatted(job);
    }
}
