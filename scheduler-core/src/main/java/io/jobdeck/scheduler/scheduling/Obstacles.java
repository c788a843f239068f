package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.ShardingItemParameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What keeps a job's queued work from being launched, resources aside. */
final class Obstacles {

    /** Registration allows no more; a hand on the registry might, but one transaction must hold a whole run. */
    private static final int MOST_ITEMS = 10_000;
    /** Failover entries are nodes, which are removed one by one, and a transaction has room for so many. */
    private static final int MOST_FAILOVER_ITEMS = 1000;

    private final ClusterState state;
    private final Alarms alarms;
    private final Loop loop;

    Obstacles(ClusterState state, Alarms alarms, Loop loop) {
        this.state = state;
        this.alarms = alarms;
        this.loop = loop;
    }

    /** Returns why nothing of the work can start now, whatever is offered. */
    Optional<WaitReason> find(JobState job, NextWork work) {
        JobConfig config = job.config.orElseThrow();
        Optional<AppConfig> app = state.appOf(job);
        if (app.isEmpty()) {
            return Optional.of(WaitReason.appMissing(config.appName()));
        }
        if (app.get().executor() != ExecutorKind.JOBDECK && !TaskFactory.usesCommandExecutor(config)) {
            return Optional.of(WaitReason.foreignExecutor(config.appName()));
        }
        if (!work.isDivisible(config) && !work.isRest() && !job.isIdle()) {
            return Optional.of(WaitReason.previousRun(job.runningTasks()));
        }
        try {
            ShardingItemParameters.parse(config.shardingItemParameters());
        } catch (IllegalArgumentException e) {
            return Optional.of(WaitReason.parameters(e.getMessage()));
        }
        return config.shardingTotalCount() > MOST_ITEMS
                ? Optional.of(WaitReason.tooManyItems(config.shardingTotalCount(), MOST_ITEMS))
                : blockedItems(job, work);
    }

    private Optional<WaitReason> blockedItems(JobState job, NextWork work) {
        List<Integer> returned = work.items().stream().filter(item -> job.returnedTask(item).isPresent()).toList();
        boolean allOrNone = !work.isDivisible(job.config.orElseThrow());
        if (!returned.isEmpty() && (allOrNone || returned.size() == work.items().size())) {
            return job.returnedTask(returned.get(0)).map(WaitReason::returned);
        }
        return allOrNone || work.items().isEmpty() || !startable(job, work).items().isEmpty()
                ? Optional.empty()
                : nextStart(job, work).map(WaitReason::backoff);
    }

    /** Returns the part of the work that may start now, and sees to it that the rest is looked at in time. */
    NextWork startable(JobState job, NextWork work) {
        if (!work.isDivisible(job.config.orElseThrow())) {
            return work;
        }
        nextStart(job, work).ifPresent(next -> alarms.at("pause of " + job.name(), next,
                () -> state.findJob(job.name()).ifPresent(state::changed)));
        Instant now = loop.clock().instant();
        return work.of(work.items().stream()
                .filter(item -> !pauseOf(job, item).isAfter(now) && job.returnedTask(item).isEmpty())
                .limit(work.kind() == NextWork.Kind.FAILOVER ? MOST_FAILOVER_ITEMS : MOST_ITEMS)
                .toList());
    }

    private Optional<Instant> nextStart(JobState job, NextWork work) {
        Instant now = loop.clock().instant();
        return work.items().stream().map(item -> pauseOf(job, item)).filter(end -> end.isAfter(now))
                .min(Instant::compareTo);
    }

    private static Instant pauseOf(JobState job, int item) {
        FailedItem failed = job.failedItems.get(item);
        return failed == null ? Instant.EPOCH : failed.notBefore();
    }
}
