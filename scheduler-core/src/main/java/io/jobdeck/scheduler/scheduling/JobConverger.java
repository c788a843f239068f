package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one job to what the registry says of it: schedules its cron, kills what must not run, queues what must. It looks
 * at the whole truth each time and does nothing when there is nothing to do, so it may be called as often as anything
 * changes.
 */
final class JobConverger {

    private static final Logger LOG = LoggerFactory.getLogger(JobConverger.class);

    private final ClusterState state;
    private final Crons crons;
    private final ReadyQueue queues;
    private final Kills kills;
    private final Launcher launcher;
    private final WaitingBoard waiting;
    private final RegistryWriter writer;

    JobConverger(ClusterState state, Crons crons, ReadyQueue queues, Kills kills, Launcher launcher,
            WaitingBoard waiting, RegistryWriter writer) {
        this.state = state;
        this.crons = crons;
        this.queues = queues;
        this.kills = kills;
        this.launcher = launcher;
        this.waiting = waiting;
        this.writer = writer;
    }

    void converge(JobState job) {
        schedule(job);
        if (!job.registered) {
            bury(job);
        } else if (job.config.isPresent() && state.isDisabled(job)) {
            kills.killAll(job);
            queues.clear(job);
            waiting.clear(job);
        } else if (job.config.isPresent()) {
            run(job, job.config.get());
        }
    }

    private void schedule(JobState job) {
        Optional<String> wanted = state.isWanted(job)
                ? job.config.filter(JobConfig::isTransient).map(JobConfig::cron)
                : Optional.empty();
        try {
            crons.schedule(job, wanted);
        } catch (IllegalArgumentException e) {
            LOG.warn("job {} is not scheduled: {}", job.name(), e.getMessage());
        }
    }

    /** A job that is gone leaves nothing behind, once its tasks have ended. */
    private void bury(JobState job) {
        kills.killAll(job);
        queues.clear(job);
        waiting.clear(job);
        if (!job.isIdle() || job.taskWriteUnderWay || job.queueWriteUnderWay || job.hasQueuedWork()) {
            return;
        }
        List<Change> changes = new ArrayList<>();
        if (job.statusNode) {
            changes.add(new Change.Delete(RegistryPaths.jobStatus(job.name())));
        }
        job.runningNodes.forEach(item -> changes.add(new Change.Delete(RegistryPaths.running(job.item(item)))));
        if (job.runningParent) {
            changes.add(new Change.Delete(RegistryPaths.running(job.name())));
        }
        if (!changes.isEmpty()) {
            writer.writeOwned(changes, () -> { });
        }
        if (!job.disabled) {
            state.forget(job);
            return;
        }
        job.statusNode = false;
        job.runningParent = false;
        job.runningNodes.clear();
        job.lastResult = Optional.empty();
    }

    private void run(JobState job, JobConfig config) {
        queues.dropFailover(job, job.failover.keySet().stream().filter(item -> item >= config.shardingTotalCount()).toList());
        if (config.isDaemon()) {
            runDaemon(job, config);
        }
        queues.queueFirings(job);
        launcher.consider(job);
    }

    private void runDaemon(JobState job, JobConfig config) {
        job.firings = 0;
        String digest = Digests.ofTask(config);
        job.runningTasks().stream().filter(task -> isOutdated(task, config, digest)).forEach(kills::kill);
        if (state.isWanted(job) && job.ready == null && !job.queueWriteUnderWay && !job.missingItems().isEmpty()) {
            queues.queueRun(job);
        }
    }

    private static boolean isOutdated(TaskRecord task, JobConfig config, String digest) {
        return task.taskId().item() >= config.shardingTotalCount() || !task.configDigest().equals(digest);
    }
}
