package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.Transaction;
import java.util.Optional;

/** How an operation gets from the tree as it is to the tree as it should be. */
interface Plan {

    /**
     * Looks at the tree and says what to write. Called again after each conflict.
     *
     * @return empty if the tree is as it should be
     * @throws OperationException if the tree forbids the operation
     */
    Optional<Transaction> next();

    /** Looks at the tree after nobody knew what became of a transaction. Most operations can simply be done again. */
    default Verdict afterUnknown(Transaction tried) {
        return Verdict.DO_AGAIN;
    }

    /** Returns what is done to what, for messages: {@code job 'x' was disabled}. */
    String outcome();

    /** Returns what a person should look at when nobody knows whether it happened. */
    default String howToFindOut() {
        return "Repeat it when ZooKeeper answers again: doing it twice does no harm.";
    }

    /** What a look at the tree says of a transaction whose result nobody knew. */
    enum Verdict {
        HAPPENED,
        DO_AGAIN,
        CANNOT_TELL
    }
}
