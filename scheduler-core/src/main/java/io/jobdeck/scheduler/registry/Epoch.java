package io.jobdeck.scheduler.registry;

/**
 * One term of leadership. Every transaction submitted through it carries a check of the epoch node, so a leader that has
 * lost its place cannot write: it gets {@link TransactionResult.Deposed}.
 */
public interface Epoch extends TransactionWriter {

    /** Returns the number of the term; grows with every leader. */
    int number();
}
