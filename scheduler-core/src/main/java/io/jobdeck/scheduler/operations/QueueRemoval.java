package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;

import io.jobdeck.scheduler.registry.Transaction;
import java.util.Optional;

/** Takes entries of a job out of one queue, as many at a time as a transaction holds, and counts them. */
abstract class QueueRemoval extends RepeatablePlan {

    private final Sight sight;
    private final String job;
    private final String queue;
    private int removed;
    private boolean leftSome;

    /** Takes the path of the job's node in the queue. */
    QueueRemoval(Sight sight, String job, String queue) {
        this.sight = sight;
        this.job = job;
        this.queue = queue;
    }

    final Sight sight() {
        return sight;
    }

    final String job() {
        return job;
    }

    @Override
    public final Optional<Transaction> next() {
        Nodes nodes = sight.read(configJob(job), queue);
        int taken = take(nodes);
        leftSome = nodes.hasLeftSome();
        // What is gone after an answer was lost was taken by the transaction without an answer.
        if (taken > 0 || !mayHaveHappened()) {
            removed = taken;
        }
        return nodes.transaction();
    }

    /**
     * Changes the nodes, which are the job's config and its node in the queue, and returns how many entries that takes.
     *
     * @throws OperationException if there is no such job, or its entries cannot be taken
     */
    abstract int take(Nodes nodes);

    /** Returns how many entries the last transaction took out. */
    final int removed() {
        return removed;
    }

    /** Returns whether there were more than one transaction could take out. */
    final boolean hasLeftSome() {
        return leftSome;
    }
}
