package io.jobdeck.scheduler.registry;

import java.util.List;

/** What became of a {@link Transaction}. */
public sealed interface TransactionResult {

    /**
     * It happened.
     *
     * @param versions version of each node after it, in the order of the changes; 0 for a created one, -1 where there is none
     */
    record Committed(List<Integer> versions) implements TransactionResult {
        public Committed {
            versions = List.copyOf(versions);
        }
    }

    /**
     * Nothing of it happened, since the tree was not as it demanded.
     *
     * @param index which change could not be made
     * @param change that change
     * @param reason why
     */
    record Refused(int index, Change change, Reason reason) implements TransactionResult { }

    /** Nothing of it happened, since this scheduler does not lead any more. */
    record Deposed() implements TransactionResult { }

    /**
     * Nobody knows whether it happened: the connection broke. Look at the tree again before acting.
     *
     * @param cause one line for people
     */
    record Unknown(String cause) implements TransactionResult { }

    /** Why a change could not be made. */
    enum Reason {
        NODE_EXISTS,
        NO_NODE,
        BAD_VERSION,
        NOT_EMPTY,
        NOT_PERMITTED
    }
}
