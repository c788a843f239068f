package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final Requests requests;

    /**
     * What is asked for beyond the config.
     *
     * @param disablements enables what was disabled until a time
     * @param kills kills tasks
     * @param triggers has daemons fire
     * @param failovers knows items that failed
     * @param lostTasks knows tasks that were given up
     */
    record Requests(Disablements disablements, KillRequests kills, DaemonTriggers triggers, Failovers failovers,
            LostTasks lostTasks) { }

    JobConverger(ClusterState state, Crons crons, ReadyQueue queues, Kills kills, Launcher launcher,
            WaitingBoard waiting, RegistryWriter writer, Requests requests) {
        this.state = state;
        this.crons = crons;
        this.queues = queues;
        this.kills = kills;
        this.launcher = launcher;
        this.waiting = waiting;
        this.writer = writer;
        this.requests = requests;
    }

    void converge(JobState job) {
        schedule(job);
        requests.disablements().look(job);
        requests.kills().look(job);
        requests.triggers().look(job);
        requests.lostTasks().look(job);
        if (!job.registered) {
            bury(job);
        } else if (job.config.isPresent() && state.isDisabled(job)) {
            rest(job);
        } else if (job.config.isPresent()) {
            run(job, job.config.get());
        }
    }

    /** A disabled job runs nothing; what waits goes, unless whoever disabled it wanted it kept. */
    private void rest(JobState job) {
        kills.killAll(job);
        requests.failovers().look(job);
        job.firings = 0;
        if (!state.keepsBacklog(job)) {
            queues.clear(job);
        }
        job.waitsFrom(null);
        launcher.consider(job);
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
        requests.failovers().forgetAll(job);
        if (!job.isIdle() || job.taskWriteUnderWay || job.queueWriteUnderWay || job.hasQueuedWork()
                || !job.wishes.isEmpty() || !job.lostTasks.isEmpty()) {
            return;
        }
        if (job.changesNode) {
            job.changesNode = false;
            writer.write(List.of(new Change.Delete(RegistryPaths.jobChanges(job.name()))), done -> { }, gone -> { });
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
        if (!job.disabled && !job.disableInfo.nodeExists) {
            state.forget(job);
            return;
        }
        job.statusNode = false;
        job.runningParent = false;
        job.runningNodes.clear();
        job.lastResult = Optional.empty();
    }

    private void run(JobState job, JobConfig config) {
        int total = config.shardingTotalCount();
        requests.failovers().look(job);
        // An item that was given up and has come back needs nobody in its place. One that is ending does: its entry is seen
        // in the tree before the answer to the write that made it.
        queues.dropFailover(job, job.failover.keySet().stream()
                .filter(item -> item >= total || job.isRunning(item)).toList());
        queues.cutBacklog(job);
        if (job.tasksUnchecked) {
            job.tasksUnchecked = false;
            killOutdated(job, config);
        }
        if (config.isDaemon()) {
            runDaemon(job);
        } else {
            runTransient(job, total);
        }
        queues.noteWait(job);
        launcher.consider(job);
    }

    private void killOutdated(JobState job, JobConfig config) {
        String digest = Digests.ofTask(config);
        job.runningTasks().stream().filter(task -> isOutdated(task, config, digest)).forEach(kills::kill);
    }

    /**
     * A daemon's task is started again with a new config. A transient one ends by itself, unless its item is gone or it was
     * launched as a daemon's.
     */
    private static boolean isOutdated(TaskRecord task, JobConfig config, String digest) {
        return task.taskId().item() >= config.shardingTotalCount()
                || (config.isDaemon() ? !task.configDigest().equals(digest) : task.origin().daemon());
    }

    private void runTransient(JobState job, int total) {
        queues.dropRuns(job, job.wishes.runs.entrySet().stream()
                .filter(run -> run.getValue().map(wanted -> isOfNoItem(wanted, total)).orElse(true))
                .map(Map.Entry::getKey)
                .toList());
        queues.queueFirings(job);
    }

    private static boolean isOfNoItem(OneOffRun run, int total) {
        boolean none = !run.items().isEmpty() && run.items().first() >= total;
        if (none) {
            LOG.warn("run {} of job {}, asked for by {}, is dropped: none of its items exists any more", run.runId(),
                    run.jobName(), run.by());
        }
        return none;
    }

    private void runDaemon(JobState job) {
        job.firings = 0;
        queues.dropRuns(job, List.copyOf(job.wishes.runs.keySet()));
        if (state.isWanted(job) && job.ready == null && !job.queueWriteUnderWay && !job.missingItems().isEmpty()) {
            queues.queueRun(job);
        }
    }
}
