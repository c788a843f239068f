package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.OneOffRun;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What of a job's queued work is launched next: items that failed, then runs that were asked for with a parameter or items
 * of their own, then the runs that the ready queue counts.
 *
 * @param kind which of the three
 * @param items the items that are not running, in order
 * @param run the run that was asked for
 * @param jobParameter used instead of the job's; empty for the job's own
 */
record NextWork(Kind kind, List<Integer> items, Optional<OneOffRun> run, Optional<String> jobParameter) {

    /** Where the work waits. */
    enum Kind {
        FAILOVER,
        ONE_OFF,
        READY
    }

    /** Returns the next work of a registered job; empty if nothing waits. */
    static Optional<NextWork> of(JobState job) {
        if (!job.failover.isEmpty()) {
            return Optional.of(failover(job));
        }
        Optional<OneOffRun> oneOff = job.isDaemon() ? Optional.empty() : job.wishes.nextRun();
        if (oneOff.isPresent()) {
            return oneOff.map(run -> new NextWork(Kind.ONE_OFF, itemsOf(run, job), oneOff, run.jobParameter()));
        }
        return job.ready == null
                ? Optional.empty()
                : Optional.of(new NextWork(Kind.READY, job.missingItems(), Optional.empty(), Optional.empty()));
    }

    private static NextWork failover(JobState job) {
        List<Integer> waiting = job.failover.keySet().stream().filter(item -> !job.tasks.containsKey(item)).toList();
        Optional<String> parameter = waiting.isEmpty() ? Optional.empty() : parameterOf(job, waiting.get(0));
        return new NextWork(Kind.FAILOVER,
                waiting.stream().filter(item -> parameterOf(job, item).equals(parameter)).toList(),
                Optional.empty(), parameter);
    }

    private static Optional<String> parameterOf(JobState job, int item) {
        return Optional.ofNullable(job.failedItems.get(item)).flatMap(FailedItem::jobParameter);
    }

    private static List<Integer> itemsOf(OneOffRun run, JobState job) {
        int total = job.config.map(JobConfig::shardingTotalCount).orElse(0);
        return run.items().isEmpty()
                ? IntStream.range(0, total).boxed().toList()
                : run.items().stream().filter(item -> item < total).toList();
    }

    /** Returns whether its items may start one by one. */
    boolean isDivisible(JobConfig job) {
        return kind == Kind.FAILOVER || job.isDaemon();
    }

    /** Returns whether it is the rest of a run that has begun, and so does not wait for that run to end. */
    boolean isRest() {
        return run.filter(OneOffRun::hasBegun).isPresent();
    }

    /** Returns the same work for fewer items. */
    NextWork of(List<Integer> fewer) {
        return new NextWork(kind, fewer, run, jobParameter);
    }
}
