package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Transaction;

/** How a run is asked for, which depends on the job and on what run is wanted. */
interface TriggerKind {

    /** Refuses what cannot be asked of such a job, whatever its state. */
    default void demandPossible(Nodes nodes, JobConfig config, TriggerOptions options) {
    }

    /** Adds what asks for the run. */
    void request(Nodes nodes, JobConfig config);

    /** Tells what became of a transaction whose answer was lost. */
    Plan.Verdict afterUnknown(Transaction tried);

    /** Returns what is done to what, for messages. */
    String outcome();
}
