package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.Transaction;

/** A plan that is done again when an answer was lost, and knows from then on that it may find its own work. */
abstract class RepeatablePlan implements Plan {

    private boolean mayHaveHappened;

    /** Returns whether an answer was lost, so that what is missing in the tree may have been there before. */
    final boolean mayHaveHappened() {
        return mayHaveHappened;
    }

    @Override
    public Verdict afterUnknown(Transaction tried) {
        mayHaveHappened = true;
        return Verdict.DO_AGAIN;
    }
}
