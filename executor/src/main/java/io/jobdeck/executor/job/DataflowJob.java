package io.jobdeck.executor.job;

import java.util.List;

/**
 * A job that fetches data and then processes it.
 *
 * <p>Without streaming, one fetch and one process make a run. With streaming, the two repeat until a fetch brings nothing
 * or the task is told to stop (spec section 9.3).
 *
 * @param <T> one piece of data
 */
public non-sealed interface DataflowJob<T> extends ElasticJob {

    /**
     * Fetches what is there to process for one sharding item.
     *
     * @param context which item this is, its parameters, and whether it should stop
     * @return the data; {@code null} or an empty list if there is none
     * @throws Exception if the item failed; the task is then reported as failed, with this exception and its stack trace
     */
    List<T> fetch(ShardingContext context) throws Exception;

    /**
     * Processes what {@link #fetch} brought. Not called when it brought nothing.
     *
     * @param context which item this is, its parameters, and whether it should stop
     * @param data what was fetched, never empty
     * @throws Exception if the item failed; the task is then reported as failed, with this exception and its stack trace
     */
    void process(ShardingContext context, List<T> data) throws Exception;
}
