package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.job.DataflowJob;
import io.jobdeck.executor.job.ShardingContext;
import java.util.List;

/**
 * Fetches and processes, once or until there is no more data (spec section 9.3).
 *
 * @param <T> one piece of data
 */
final class DataflowWork<T> implements Work {

    private final DataflowJob<T> job;
    private final boolean streaming;

    DataflowWork(DataflowJob<T> job, boolean streaming) {
        this.job = job;
        this.streaming = streaming;
    }

    @Override
    public void run(ShardingContext context, Cancellation cancellation) throws Exception {
        boolean more = fetchAndProcess(context);
        while (streaming && more && !cancellation.isCancelled()) {
            more = fetchAndProcess(context);
        }
    }

    private boolean fetchAndProcess(ShardingContext context) throws Exception {
        List<T> data = job.fetch(context);
        if (data == null || data.isEmpty()) {
            return false;
        }
        job.process(context, data);
        return true;
    }
}
