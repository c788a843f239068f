package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** The changes that keep the durable records of tasks, with the nodes of 2.1.5 beside them (spec section 2). */
final class TaskRecords {

    /** A ZooKeeper transaction holds 1 MiB; what stands in it beside the tasks' own nodes is small. */
    private static final int TRANSACTION_BYTES = 900_000;
    /** What a task's record and nodes take beside the parts that hold the job's name. */
    private static final int BYTES_BESIDE_NAMES = 900;
    private static final int NAMES_PER_TASK = 9;

    private TaskRecords() {
    }

    /** Returns how many tasks of the job can be recorded in one transaction. */
    static int mostAtOnce(JobState job) {
        int nameBytes = job.name().getBytes(StandardCharsets.UTF_8).length;
        return TRANSACTION_BYTES / (BYTES_BESIDE_NAMES + NAMES_PER_TASK * nameBytes);
    }

    /** Adds the changes that record tasks of a job before they are launched. */
    static void create(JobState job, Collection<TaskRecord> tasks, boolean daemon, List<Change> changes) {
        if (!job.statusNode) {
            changes.add(new Change.Create(RegistryPaths.jobStatus(job.name()), ""));
        }
        tasks.forEach(task -> changes.add(
                new Change.Create(RegistryPaths.task(task.metaInfo()), Codecs.TASK.write(task))));
        if (daemon) {
            createRunning(job, tasks, changes);
        }
    }

    private static void createRunning(JobState job, Collection<TaskRecord> tasks, List<Change> changes) {
        if (!job.runningParent) {
            changes.add(new Change.Create(RegistryPaths.running(job.name()), ""));
        }
        for (TaskRecord task : tasks) {
            String path = RegistryPaths.running(task.metaInfo());
            String id = task.taskId().toString();
            changes.add(job.runningNodes.contains(task.taskId().item())
                    ? new Change.Set(path, id)
                    : new Change.Create(path, id));
        }
    }

    /** Follows {@link #create} in the state, once it is committed. */
    static void created(JobState job, Collection<TaskRecord> tasks, boolean daemon) {
        job.statusNode = true;
        for (TaskRecord task : tasks) {
            job.tasks.put(task.taskId().item(), task);
            if (daemon) {
                job.runningParent = true;
                job.runningNodes.add(task.taskId().item());
            }
        }
    }

    /** Returns the change that records a new state of a task. */
    static Change update(TaskRecord task) {
        return new Change.Set(RegistryPaths.task(task.metaInfo()), Codecs.TASK.write(task));
    }

    /** Adds the changes that remove a task that has ended. */
    static void end(JobState job, TaskRecord task, List<Change> changes) {
        changes.add(new Change.Delete(RegistryPaths.task(task.metaInfo())));
        if (job.runningNodes.contains(task.taskId().item())) {
            changes.add(new Change.Delete(RegistryPaths.running(task.metaInfo())));
            if (job.runningNodes.size() == 1) {
                changes.add(new Change.Delete(RegistryPaths.running(job.name())));
            }
        }
    }

    /** Returns the change that records how a run went. */
    static Change result(JobState job, RunResult result) {
        return new Change.Set(RegistryPaths.jobStatus(job.name()), Codecs.RUN_RESULT.write(result));
    }

    /** Follows {@link #end} in the state, once it is committed. */
    static void ended(JobState job, TaskRecord task) {
        job.tasks.remove(task.taskId().item());
        if (job.runningNodes.remove(task.taskId().item()) && job.runningNodes.isEmpty()) {
            job.runningParent = false;
        }
    }
}
