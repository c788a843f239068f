package io.jobdeck.scheduler.scheduling;

import io.jobdeck.executor.wire.FiringResult;
import io.jobdeck.executor.wire.Messages;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.RunResult.Outcome;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TransactionResult.Reason;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a status update means (spec sections 7.1 and 8.1). It is written first and acknowledged to Mesos when that is
 * done, so an update that was not dealt with comes again.
 */
final class StatusUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(StatusUpdates.class);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    /** A task that ran for so long has not failed at once, so its failures are not in a row. */
    private static final Duration SOUND_RUN = Duration.ofMinutes(1);
    private static final int LONGEST_MESSAGE = 1000;
    /** How a launch ends that never reached an executor. */
    private static final Set<TaskState> LAUNCH_LOST = EnumSet.of(TaskState.LOST, TaskState.DROPPED, TaskState.GONE,
            TaskState.GONE_BY_OPERATOR);

    private final ClusterState state;
    private final RegistryWriter writer;
    private final MesosCalls mesos;
    private final Loop loop;
    private final Set<TaskId> ending = new HashSet<>();

    StatusUpdates(ClusterState state, RegistryWriter writer, MesosCalls mesos, Loop loop) {
        this.state = state;
        this.writer = writer;
        this.mesos = mesos;
        this.loop = loop;
    }

    void onUpdate(TaskStatus status) {
        TaskId id;
        try {
            id = TaskId.parse(status.getTaskId().getValue());
        } catch (IllegalArgumentException e) {
            LOG.warn("an update of a task that is none of ours is acknowledged and ignored: {}", e.getMessage());
            mesos.acknowledge(status);
            return;
        }
        Optional<TaskRecord> task = state.findTask(id);
        if (task.isPresent()) {
            onKnown(state.job(id.jobName()), task.get(), status);
        } else {
            onUnknown(id, status);
        }
    }

    private void onKnown(JobState job, TaskRecord task, TaskStatus status) {
        TaskState reported = TaskStates.of(status.getState());
        if (reported.isTerminal()) {
            end(job, task, reported, text(status), () -> mesos.acknowledge(status));
        } else {
            progress(job, task, reported, status);
        }
    }

    private void progress(JobState job, TaskRecord task, TaskState reported, TaskStatus status) {
        boolean completed = status.getMessage().equals(Messages.COMPLETE);
        boolean idle = completed || (task.idle() && !status.getMessage().equals(Messages.BEGIN)
                && reported == TaskState.RUNNING);
        if (reported == task.state() && idle == task.idle() && !completed) {
            mesos.acknowledge(status);
            return;
        }
        List<Change> changes = new ArrayList<>();
        TaskRecord now = task.in(reported, idle, loop.clock().instant());
        changes.add(TaskRecords.update(now));
        job.tasks.put(task.taskId().item(), now);
        if (completed) {
            job.backoffs.remove(task.taskId().item());
            RunResult firing = firingResult(task, status);
            job.lastResult = Optional.of(firing);
            changes.add(TaskRecords.result(job, firing));
        }
        writer.writeOwned(changes, () -> mesos.acknowledge(status));
        state.changed(job);
    }

    private RunResult firingResult(TaskRecord task, TaskStatus status) {
        FiringResult firing = readFiring(task, status);
        return new RunResult(UUID.randomUUID().toString(), firing.success() ? Outcome.SUCCEEDED : Outcome.FAILED,
                loop.clock().instant(), firing.success() ? "" : describe(task, firing.cause()));
    }

    private static FiringResult readFiring(TaskRecord task, TaskStatus status) {
        try {
            return FiringResult.fromBytes(status.getData().toByteArray());
        } catch (IllegalArgumentException e) {
            LOG.warn("task {} sent a result that counts as a failure: {}", task.taskId(), e.getMessage());
            return new FiringResult(false, e.getMessage());
        }
    }

    private void onUnknown(TaskId id, TaskStatus status) {
        TaskState reported = TaskStates.of(status.getState());
        Optional<JobState> adopter = state.findJob(id.jobName())
                .filter(job -> reported == TaskState.RUNNING || reported == TaskState.STARTING)
                .filter(job -> state.isWanted(job) && !job.tasks.containsKey(id.item()) && !job.queueWriteUnderWay);
        if (adopter.isPresent()) {
            adopt(adopter.get(), id, "", () -> mesos.acknowledge(status));
            return;
        }
        if (reported == TaskState.RUNNING || reported == TaskState.STARTING || reported == TaskState.STAGING) {
            LOG.info("task {} has no record and no place to be; it is killed", id);
            mesos.kill(status);
        }
        mesos.acknowledge(status);
    }

    /** Records a running task that another scheduler launched on this tree before. */
    void adopt(JobState job, TaskId id, String agentHost, Runnable recorded) {
        LOG.info("task {} runs without a record and is adopted", id);
        Instant now = loop.clock().instant();
        JobConfig config = job.config.orElseThrow();
        TaskRecord task = new TaskRecord(id, config.appName(), agentHost.isEmpty() ? id.agentId() : agentHost,
                TaskFactory.usesCommandExecutor(config)
                        ? Optional.empty()
                        : Optional.of(ExecutorIds.of(config.appName(), id.agentId())),
                UUID.randomUUID().toString(), Digests.ofTask(config), TaskState.RUNNING, now, now, false,
                Optional.empty());
        List<Change> changes = new ArrayList<>();
        TaskRecords.create(job, List.of(task), config.isDaemon(), changes);
        TaskRecords.created(job, List.of(task), config.isDaemon());
        writer.writeOwned(changes, recorded);
        state.changed(job);
    }

    /** Gives up a task that nobody has heard of for too long. */
    void giveUp(JobState job, TaskRecord task, String why) {
        end(job, task, TaskState.LOST, why, () -> { });
    }

    private void end(JobState job, TaskRecord task, TaskState reported, String message, Runnable written) {
        if (!ending.add(task.taskId())) {
            return;
        }
        int item = task.taskId().item();
        boolean again = isLaunchedAgain(job, task, reported);
        List<Change> changes = new ArrayList<>();
        TaskRecords.end(job, task, changes);
        addResult(job, task, reported, message, changes);
        if (again) {
            addFailover(job, task, changes);
        }
        writer.write(changes, done -> {
            ending.remove(task.taskId());
            TaskRecords.ended(job, task);
            if (again) {
                job.failoverParent = true;
                job.failover.put(item, task.taskId().toString());
            }
            backOff(job, task, reported);
            state.changed(job);
            lookAtRetiringExecutor(task);
            written.run();
        }, refused -> {
            ending.remove(task.taskId());
            learnFrom(job, refused);
            loop.after(LOOK_AGAIN, () -> end(job, task, reported, message, written));
        });
    }

    /** An executor that waited for its tasks to end may be told to stop now. */
    private void lookAtRetiringExecutor(TaskRecord task) {
        task.executorId().map(state.executors()::get)
                .filter(executor -> executor.retiring)
                .ifPresent(executor -> state.changed(state.app(executor.appName())));
    }

    private static void addFailover(JobState job, TaskRecord task, List<Change> changes) {
        if (!job.failoverParent) {
            changes.add(new Change.Create(RegistryPaths.failover(job.name()), ""));
        }
        String path = RegistryPaths.failover(task.metaInfo());
        changes.add(job.failover.containsKey(task.taskId().item())
                ? new Change.Set(path, task.taskId().toString())
                : new Change.Create(path, task.taskId().toString()));
        // Whether the job is still registered decides; it may be deregistered this very moment.
        changes.add(new Change.Check(RegistryPaths.configJob(job.name())));
    }

    private static void learnFrom(JobState job, Refused refused) {
        if (refused.change().path().equals(RegistryPaths.failover(job.name()))) {
            job.failoverParent = refused.reason() == Reason.NODE_EXISTS;
        } else if (refused.change().path().startsWith(RegistryPaths.failover(job.name()) + "/")
                && refused.reason() == Reason.NO_NODE) {
            job.failoverParent = false;
        }
    }

    /** Failed items of a daemon or a failover job run again, and so does every launch that got lost on its way. */
    private boolean isLaunchedAgain(JobState job, TaskRecord task, TaskState reported) {
        if (!reported.isFailure() || !state.isWanted(job)) {
            return false;
        }
        JobConfig config = job.config.orElseThrow();
        boolean launchLost = task.state() == TaskState.STAGING && LAUNCH_LOST.contains(reported);
        boolean itemExists = task.taskId().item() < config.shardingTotalCount();
        return itemExists && (config.failover() || config.isDaemon() || launchLost);
    }

    private void backOff(JobState job, TaskRecord task, TaskState reported) {
        int item = task.taskId().item();
        Instant now = loop.clock().instant();
        boolean daemonEnded = reported == TaskState.FINISHED && job.config.map(JobConfig::isDaemon).orElse(false);
        if (!reported.isFailure() && !daemonEnded) {
            job.backoffs.remove(item);
            return;
        }
        boolean sound = Duration.between(task.launchedAt(), now).compareTo(SOUND_RUN) > 0;
        Backoff backoff = Backoff.after(sound ? null : job.backoffs.get(item), now);
        job.backoffs.put(item, backoff);
        loop.after(Duration.between(now, backoff.notBefore()), () -> state.findJob(job.name()).ifPresent(state::changed));
    }

    /** A run has failed with its first item that fails, and has succeeded with its last item that ends. */
    private void addResult(JobState job, TaskRecord task, TaskState reported, String message, List<Change> changes) {
        if (outcome(reported) == Outcome.SUCCEEDED && isRunUnderWay(job, task)) {
            return;
        }
        RunResult result = result(job, task, reported, message);
        // The ends of several items may be on their way at once; the next one must know of this one.
        job.lastResult = Optional.of(result);
        changes.add(TaskRecords.result(job, result));
    }

    private boolean isRunUnderWay(JobState job, TaskRecord ended) {
        return job.tasks.values().stream().anyMatch(task ->
                task.runId().equals(ended.runId()) && !ending.contains(task.taskId()));
    }

    private RunResult result(JobState job, TaskRecord task, TaskState reported, String message) {
        Outcome outcome = outcome(reported);
        RunResult own = new RunResult(task.runId(), outcome, loop.clock().instant(),
                outcome == Outcome.SUCCEEDED ? "" : describe(task, reported + (message.isEmpty() ? "" : ": " + message)));
        return job.lastResult
                .filter(last -> last.runId().equals(task.runId()) && last.outcome().compareTo(outcome) >= 0)
                .map(worse -> new RunResult(worse.runId(), worse.outcome(), own.at(), worse.message()))
                .orElse(own);
    }

    private static Outcome outcome(TaskState reported) {
        return switch (reported) {
            case FINISHED -> Outcome.SUCCEEDED;
            case KILLED -> Outcome.KILLED;
            default -> Outcome.FAILED;
        };
    }

    private static String describe(TaskRecord task, String message) {
        String text = "Item %d on %s: %s".formatted(task.taskId().item(), task.agentHost(), message);
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static String text(TaskStatus status) {
        if (status.hasMessage() && !status.getMessage().isEmpty()) {
            return status.getMessage();
        }
        return status.hasReason() ? status.getReason().name() : "";
    }
}
