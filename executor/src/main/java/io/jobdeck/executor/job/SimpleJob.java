package io.jobdeck.executor.job;

/** A job that is one call per sharding item. */
@FunctionalInterface
public non-sealed interface SimpleJob extends ElasticJob {

    /**
     * Does the work of one sharding item. Called on a thread of the executor, which is interrupted a moment after the
     * task was told to stop.
     *
     * @param context which item this is, its parameters, and whether it should stop
     * @throws Exception if the item failed; the task is then reported as failed, with this exception and its stack trace
     */
    void execute(ShardingContext context) throws Exception;
}
