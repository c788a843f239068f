package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the durable records of tasks. What happens to tasks is collected and written once per batch of events, all of a
 * job in one transaction, and acknowledged when that is committed. One such write per job is under way at a time, so
 * each is made from what the tree says.
 */
final class TaskRecords {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final ClusterState state;
    private final RegistryWriter writer;
    private final Failovers failovers;
    private final Loop loop;
    private final Instruments instruments;
    private final Set<JobState> dirty = new LinkedHashSet<>();

    TaskRecords(ClusterState state, RegistryWriter writer, Failovers failovers, Loop loop, Instruments instruments) {
        this.state = state;
        this.writer = writer;
        this.failovers = failovers;
        this.loop = loop;
        this.instruments = instruments;
    }

    /**
     * Adds the changes that record the tasks of one run of a job before they are launched.
     *
     * @param tasks in the order of their items
     */
    static void create(JobState job, List<TaskRecord> tasks, List<Change> changes) {
        if (!job.statusNode) {
            changes.add(new Change.Create(RegistryPaths.jobStatus(job.name()), ""));
        }
        Map<String, List<TaskRecord>> parts = new LinkedHashMap<>();
        tasks.forEach(task -> parts.computeIfAbsent(RunPart.nameOf(task), name -> new ArrayList<>()).add(task));
        parts.forEach((part, members) -> changes.add(
                new Change.Create(RegistryPaths.runPart(job.name(), part), Codecs.RUN_PART.write(members))));
    }

    /**
     * Follows {@link #create} in the state, once it is committed.
     *
     * @param runningNodes how many of the tasks, from the first on, have got the node of 2.1.5 with it
     */
    void created(JobState job, List<TaskRecord> tasks, int runningNodes) {
        job.statusNode = true;
        job.runningParent |= runningNodes > 0;
        for (int i = 0; i < tasks.size(); i++) {
            TaskRecord task = tasks.get(i);
            state.put(job, task).stored = true;
            if (i < runningNodes) {
                job.runningNodes.add(task.taskId().item());
                job.outdatedRunningNodes.remove(task.taskId().item());
            } else if (job.runningNodes.contains(task.taskId().item())) {
                job.outdatedRunningNodes.add(task.taskId().item());
            }
        }
    }

    /** Sees to it that the nodes of 2.1.5 which the job's tasks lack are written. */
    void completeRunningNodes(JobState job) {
        for (TaskRecord task : job.tasks.values()) {
            int item = task.taskId().item();
            if (!job.runningNodes.contains(item) || job.outdatedRunningNodes.contains(item)) {
                touch(job, job.partOf(task));
            }
        }
    }

    /** A task is in another state than before, or runs without a record; {@code recorded} runs when that is recorded. */
    void changed(JobState job, TaskRecord task, Runnable recorded) {
        RunPart part = state.put(job, task);
        part.acknowledgeWith(recorded);
        touch(job, part);
    }

    /** Runs {@code acknowledgement} when all that is known of the task is recorded, at once if it is. */
    void whenRecorded(JobState job, TaskRecord task, Runnable acknowledgement) {
        RunPart part = job.partOf(task);
        if (job.taskWriteUnderWay || job.dirtyParts.contains(part)) {
            part.acknowledgeWith(acknowledgement);
            touch(job, part);
        } else {
            acknowledgement.run();
        }
    }

    /** A run or a firing of the job has a result, to be recorded with what comes next of its tasks. */
    void result(JobState job, RunResult result) {
        job.lastResult = Optional.of(result);
        job.resultChanged = true;
    }

    /** Returns whether an end of the task is about to be recorded. */
    boolean isEnding(JobState job, TaskRecord task) {
        return job.partOf(task).isEnding(task.taskId().item());
    }

    /** A task has ended. It stays in the state until that is recorded; {@code recorded} runs then. */
    void ended(JobState job, TaskEnd end, Runnable recorded) {
        RunPart part = job.partOf(end.task());
        part.end(end);
        part.acknowledgeWith(recorded);
        touch(job, part);
    }

    private void touch(JobState job, RunPart part) {
        job.dirtyParts.add(part);
        dirty.add(job);
    }

    /** Writes what has happened since the last time. */
    void flush() {
        if (dirty.isEmpty()) {
            return;
        }
        List<JobState> jobs = List.copyOf(dirty);
        dirty.clear();
        jobs.stream().filter(job -> !job.taskWriteUnderWay && !job.dirtyParts.isEmpty()).forEach(this::write);
    }

    private void write(JobState job) {
        if (!job.statusNode) {
            createStatusNode(job);
        }
        TaskWrite write = new TaskWrite(job, end -> failovers.judge(job, end), loop.clock().instant());
        job.taskWriteUnderWay = true;
        writer.write(write.changes(), done -> committed(job, write), refused -> refused(job, write, refused));
    }

    private void createStatusNode(JobState job) {
        job.statusNode = true;
        writer.writeOwned(List.of(new Change.Create(RegistryPaths.jobStatus(job.name()), "")), () -> { });
    }

    private void committed(JobState job, TaskWrite write) {
        job.taskWriteUnderWay = false;
        write.committed(state);
        write.ends().forEach(end -> forget(job, end));
        write.acknowledge();
        if (!job.dirtyParts.isEmpty()) {
            dirty.add(job);
        }
        state.changed(job);
    }

    private void forget(JobState job, TaskEnd end) {
        TaskRecord task = end.task();
        instruments.ended(end.state());
        state.remove(job, task);
        job.outdatedRunningNodes.remove(task.taskId().item());
        if (job.runningNodes.remove(task.taskId().item()) && job.runningNodes.isEmpty()) {
            job.runningParent = false;
        }
        lookAtRetiringExecutor(task);
    }

    /** An executor that waited for its tasks to end may be told to stop now. */
    private void lookAtRetiringExecutor(TaskRecord task) {
        task.executorId().flatMap(state.executors()::find)
                .filter(executor -> executor.retiring)
                .ifPresent(executor -> state.changed(state.app(executor.appName())));
    }

    private void refused(JobState job, TaskWrite write, Refused refused) {
        job.taskWriteUnderWay = false;
        write.giveBack();
        if (!Failovers.learnFrom(job, refused) && !RunningNodes.learnFrom(job, refused)
                && !KillRequests.learnFrom(job, refused)) {
            writer.giveUp(refused);
            return;
        }
        loop.after(LOOK_AGAIN, () -> dirty.add(job));
    }
}
