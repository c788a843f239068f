package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TransactionResult.Reason;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which ended tasks run again (spec section 7.1), how that gets into the failover queue, and when they may start. */
final class Failovers {

    /** A task that ran for so long has not failed at once, so its failures are not in a row. */
    private static final Duration SOUND_RUN = Duration.ofMinutes(1);
    /** How a launch ends that never reached an executor. */
    private static final Set<TaskState> LAUNCH_LOST = EnumSet.of(TaskState.LOST, TaskState.DROPPED, TaskState.GONE,
            TaskState.GONE_BY_OPERATOR);

    private final ClusterState state;
    private final Loop loop;

    Failovers(ClusterState state, Loop loop) {
        this.state = state;
        this.loop = loop;
    }

    /** Failed items of a daemon or a failover job run again, and so does every launch that got lost on its way. */
    boolean isLaunchedAgain(JobState job, TaskEnd end) {
        if (!end.state().isFailure() || !state.isWanted(job)) {
            return false;
        }
        JobConfig config = job.config.orElseThrow();
        boolean launchLost = end.task().state() == TaskState.STAGING && LAUNCH_LOST.contains(end.state());
        boolean itemExists = end.task().taskId().item() < config.shardingTotalCount();
        return itemExists && (config.failover() || config.isDaemon() || launchLost);
    }

    /** Adds the changes that queue tasks of a job. */
    static void queue(JobState job, List<TaskRecord> tasks, List<Change> changes) {
        if (tasks.isEmpty()) {
            return;
        }
        if (!job.failoverParent) {
            changes.add(new Change.Create(RegistryPaths.failover(job.name()), ""));
        }
        for (TaskRecord task : tasks) {
            String path = RegistryPaths.failover(task.metaInfo());
            changes.add(job.failover.containsKey(task.taskId().item())
                    ? new Change.Set(path, task.taskId().toString())
                    : new Change.Create(path, task.taskId().toString()));
        }
        // Whether the job is still registered decides; it may be deregistered this very moment.
        changes.add(new Change.Check(RegistryPaths.configJob(job.name())));
    }

    /** Follows {@link #queue} in the state, once it is committed. */
    static void queued(JobState job, List<TaskRecord> tasks) {
        for (TaskRecord task : tasks) {
            job.failoverParent = true;
            job.failover.put(task.taskId().item(), task.taskId().toString());
        }
    }

    /** Returns whether a refusal of {@link #queue} tells of what others did to the queue, which is known then. */
    static boolean learnFrom(JobState job, Refused refused) {
        String parent = RegistryPaths.failover(job.name());
        String path = refused.change().path();
        if (path.equals(parent)) {
            job.failoverParent = refused.reason() == Reason.NODE_EXISTS;
        } else if (path.startsWith(parent + "/") && refused.reason() == Reason.NO_NODE) {
            job.failoverParent = false;
        }
        return path.equals(parent) || path.startsWith(parent + "/")
                || path.equals(RegistryPaths.configJob(job.name()));
    }

    /** Sets or ends the item's back-off once the end of its task is recorded. */
    void backOff(JobState job, TaskEnd end) {
        int item = end.task().taskId().item();
        Instant now = loop.clock().instant();
        boolean daemonEnded = end.state() == TaskState.FINISHED && job.config.map(JobConfig::isDaemon).orElse(false);
        if (!end.state().isFailure() && !daemonEnded) {
            job.backoffs.remove(item);
            return;
        }
        boolean sound = Duration.between(end.task().launchedAt(), now).compareTo(SOUND_RUN) > 0;
        Backoff backoff = Backoff.after(sound ? null : job.backoffs.get(item), now);
        job.backoffs.put(item, backoff);
        loop.after(Duration.between(now, backoff.notBefore()), () -> state.findJob(job.name()).ifPresent(state::changed));
    }
}
