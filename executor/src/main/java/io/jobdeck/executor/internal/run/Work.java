package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.job.ShardingContext;

/** What one run of a task calls, whatever kind of job it is. */
@FunctionalInterface
interface Work {

    /**
     * Does the work of one item, on the calling thread.
     *
     * @param context the item
     * @param cancellation the stages of stopping; the same signal as the context's
     * @throws Exception if the item failed
     */
    void run(ShardingContext context, Cancellation cancellation) throws Exception;
}
