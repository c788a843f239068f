package io.jobdeck.scheduler.scheduling;

import io.jobdeck.executor.wire.FiringResult;
import io.jobdeck.executor.wire.Messages;
import io.jobdeck.executor.wire.TriggerTaken;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskRecord.Origin;
import io.jobdeck.scheduler.model.TaskState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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

    private final ClusterState state;
    private final TaskRecords records;
    private final Executors executors;
    private final Failovers failovers;
    private final DaemonTriggers triggers;
    private final LostTasks lostTasks;
    private final OutOfSight outOfSight;
    private final MesosCalls mesos;
    private final Loop loop;

    StatusUpdates(ClusterState state, TaskRecords records, Executors executors, Failovers failovers,
            DaemonTriggers triggers, LostTasks lostTasks, OutOfSight outOfSight, MesosCalls mesos, Loop loop) {
        this.state = state;
        this.records = records;
        this.executors = executors;
        this.failovers = failovers;
        this.triggers = triggers;
        this.lostTasks = lostTasks;
        this.outOfSight = outOfSight;
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
        outOfSight.heard(id, TaskStates.of(status.getState()));
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
            TaskStatus.Reason reason = status.hasReason() ? status.getReason() : null;
            end(job, new TaskEnd(task, reported, reason, text(status), false), () -> mesos.acknowledge(status));
            return;
        }
        Optional<TriggerTaken> taken = reported == TaskState.RUNNING && !status.getMessage().equals(Messages.COMPLETE)
                ? TriggerTaken.fromBytes(status.getData().toByteArray())
                : Optional.empty();
        if (taken.isPresent()) {
            triggers.taken(job, task.taskId().item(), taken.get().triggerId(), () -> progress(status, reported));
        } else {
            progress(job, task, reported, status);
        }
    }

    /** What was confirmed is recorded; the task may have ended meanwhile. */
    private void progress(TaskStatus status, TaskState reported) {
        TaskId id = TaskId.parse(status.getTaskId().getValue());
        state.findTask(id).ifPresentOrElse(task -> progress(state.job(id.jobName()), task, reported, status),
                () -> mesos.acknowledge(status));
    }

    private void progress(JobState job, TaskRecord task, TaskState reported, TaskStatus status) {
        boolean completed = status.getMessage().equals(Messages.COMPLETE);
        boolean idle = completed || (task.idle() && !status.getMessage().equals(Messages.BEGIN)
                && reported == TaskState.RUNNING);
        boolean nothingNew = reported == task.state() && idle == task.idle() && !completed;
        if (records.isEnding(job, task)) {
            // A task that is being given up may come back this very moment.
            records.whenRecorded(job, task, () -> {
                Runnable acknowledge = () -> mesos.acknowledge(status);
                if (!lostTasks.onUpdate(task.taskId(), reported, acknowledge)) {
                    acknowledge.run();
                }
            });
            return;
        }
        if (nothingNew) {
            records.whenRecorded(job, task, () -> mesos.acknowledge(status));
            return;
        }
        if (completed) {
            failovers.forget(job, task.taskId().item());
            records.result(job, RunResults.ofFiring(job.lastResult, task, readFiring(task, status),
                    loop.clock().instant()));
        }
        records.changed(job, task.in(reported, idle, loop.clock().instant()), () -> mesos.acknowledge(status));
        state.changed(job);
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
        if (lostTasks.onUpdate(id, reported, () -> mesos.acknowledge(status))) {
            return;
        }
        Optional<JobState> adopter = state.findJob(id.jobName())
                .filter(job -> reported == TaskState.RUNNING || reported == TaskState.STARTING)
                .filter(job -> state.isWanted(job) && !job.tasks.containsKey(id.item()) && !job.queueWriteUnderWay);
        if (adopter.isPresent()) {
            adopt(adopter.get(), id, () -> mesos.acknowledge(status));
            return;
        }
        if (reported == TaskState.RUNNING || reported == TaskState.STARTING || reported == TaskState.STAGING) {
            LOG.info("task {} has no record and no place to be; it is killed", id);
            mesos.kill(status);
        }
        mesos.acknowledge(status);
    }

    /** Records a running task that another scheduler launched on this tree before. */
    void adopt(JobState job, TaskId id, Runnable recorded) {
        LOG.info("task {} runs without a record and is adopted", id);
        Instant now = loop.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        JobConfig config = job.config.orElseThrow();
        Optional<String> executor = TaskFactory.usesCommandExecutor(config)
                ? Optional.empty()
                : Optional.of(ExecutorIds.of(config.appName(), id.agentId()));
        executor.ifPresent(executorId -> executors.learnOf(executorId, id.agentId()));
        records.changed(job, new TaskRecord(id, config.appName(), id.agentId(), executor,
                UUID.randomUUID().toString(), Digests.ofTask(config), TaskState.RUNNING, now, now, false,
                Optional.empty(), Origin.of(config), true), recorded);
        state.changed(job);
    }

    /** Gives up a task that nobody has heard of for too long. */
    void giveUp(JobState job, TaskRecord task, String why) {
        end(job, new TaskEnd(task, TaskState.LOST, null, why, true), () -> { });
    }

    private void end(JobState job, TaskEnd end, Runnable recorded) {
        if (!records.isEnding(job, end.task())) {
            records.ended(job, end, recorded);
        }
    }

    private static String text(TaskStatus status) {
        if (status.hasMessage() && !status.getMessage().isEmpty()) {
            return status.getMessage();
        }
        return status.hasReason() ? status.getReason().name() : "";
    }
}
