package io.jobdeck.scheduler.registry;

/**
 * One term of leadership. Every transaction submitted through it carries a check of the epoch node and of the leader's
 * place in the election, so a leader that has lost its place cannot write: it gets {@link TransactionResult.Deposed}. A
 * transaction without changes asks no more than whether the term goes on.
 */
public interface Epoch extends TransactionWriter {

    /** Returns the number of the term; grows with every leader. */
    int number();

    /**
     * Tells whether the term is known to have ended: nothing may be done any more in its name. It may have ended without
     * this being known, which only {@link #submit} finds out. Safe on any thread.
     */
    boolean isOver();
}
