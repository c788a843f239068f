package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.LostTask;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All that the loop knows of one job. Owned by the loop's thread. */
final class JobState {

    private final String name;

    /** The job is registered, even if its config cannot be read. */
    boolean registered;
    Optional<JobConfig> config = Optional.empty();
    /** Version of the node that the config was read from. */
    int configVersion;
    boolean disabled;
    final DisableInfo disableInfo = new DisableInfo();
    ReadyEntry ready;
    /** Item to id of the task that failed. */
    final TreeMap<Integer, String> failover = new TreeMap<>();
    boolean failoverParent;
    /** Item to its task in flight; changed through {@link ClusterState} only. */
    final TreeMap<Integer, TaskRecord> tasks = new TreeMap<>();
    /** The nodes that hold the records of the tasks, by name. */
    final Map<String, RunPart> parts = new HashMap<>();
    /** Those of them that have to be written. */
    final Set<RunPart> dirtyParts = new LinkedHashSet<>();
    private final Map<String, Integer> tasksByRun = new HashMap<>();
    Optional<RunResult> lastResult = Optional.empty();
    /** The result has not been written since it changed. */
    boolean resultChanged;
    boolean statusNode;
    boolean runningParent;
    /** Items with a 2.1.5 running node. */
    final Set<Integer> runningNodes = new HashSet<>();
    /** Those of them that name another task than the one in flight. */
    final Set<Integer> outdatedRunningNodes = new HashSet<>();
    boolean waitingNode;
    /** There is a node that tells what the newest updates changed. */
    boolean changesNode;
    /** Tasks have come or the config has changed since it was looked for tasks that must not go on. */
    boolean tasksUnchecked;

    /** A write that concerns the job's queues is under way; the next one waits for it. */
    boolean queueWriteUnderWay;
    /** A write that concerns the records of the job's tasks is under way; the next one waits for it. */
    boolean taskWriteUnderWay;
    /** Firings not yet in the ready queue. */
    int firings;
    /** Runs that are to leave the ready queue, since an update of the job has left no room for them. */
    int surplusRuns;
    private Instant waitsSince;
    Optional<String> scheduledCron = Optional.empty();
    final Wishes wishes = new Wishes();
    /** Items whose last tasks failed. */
    final TreeMap<Integer, FailedItem> failedItems = new TreeMap<>();
    /** Somebody wants items that failed to be tried at once. */
    boolean retryNow;
    /** Tasks that were given up and whose end is not known. */
    final Map<TaskId, LostTask> lostTasks = new HashMap<>();
    /** Those of them that have come back and have been killed at least once. */
    final Set<TaskId> killedAgain = new HashSet<>();

    JobState(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Collection<TaskRecord> runningTasks() {
        return List.copyOf(tasks.values());
    }

    boolean isIdle() {
        return tasks.isEmpty();
    }

    boolean isDaemon() {
        return config.map(JobConfig::isDaemon).orElse(false);
    }

    boolean hasQueuedWork() {
        return ready != null || !failover.isEmpty() || !wishes.runs.isEmpty();
    }

    Optional<TaskRecord> task(MetaInfo item) {
        return Optional.ofNullable(tasks.get(item.item()));
    }

    /** Returns the items of a registered job that neither run, nor wait in the failover queue, nor are given up, in order. */
    List<Integer> missingItems() {
        int total = config.map(JobConfig::shardingTotalCount).orElse(0);
        return IntStream.range(0, total)
                .filter(item -> !tasks.containsKey(item) && !failover.containsKey(item) && !isGivenUp(item))
                .boxed()
                .toList();
    }

    /** Returns whether a task of the item is in flight, and not one whose end is being written. */
    boolean isRunning(int item) {
        TaskRecord task = tasks.get(item);
        return task != null && !partOf(task).isEnding(item);
    }

    /** Returns how many tasks of the run have not ended. */
    int tasksOfRun(String runId) {
        return tasksByRun.getOrDefault(runId, 0);
    }

    /** Returns the part of its run that holds a task in flight. */
    RunPart partOf(TaskRecord task) {
        return parts.get(RunPart.nameOf(task));
    }

    /** Adds a task, or puts a newer record of it in the place of an older one. */
    RunPart put(TaskRecord task) {
        int item = task.taskId().item();
        if (tasks.put(item, task) == null) {
            tasksUnchecked = true;
            tasksByRun.merge(task.runId(), 1, Integer::sum);
        }
        RunPart part = parts.computeIfAbsent(RunPart.nameOf(task), partName -> new RunPart(partName, item));
        part.add(item);
        return part;
    }

    void remove(TaskRecord task) {
        int item = task.taskId().item();
        tasks.remove(item);
        tasksByRun.computeIfPresent(task.runId(), (run, count) -> count == 1 ? null : count - 1);
        RunPart part = partOf(task);
        part.remove(item);
        if (part.isEmpty()) {
            parts.remove(part.name());
            dirtyParts.remove(part);
        }
    }

    /** Returns whether the item stays down, since it has failed as often as it may. */
    boolean isGivenUp(int item) {
        FailedItem failed = failedItems.get(item);
        return failed != null && failed.givenUp();
    }

    /** Returns a task of the item that was given up, has come back and has not ended yet. */
    Optional<TaskId> returnedTask(int item) {
        return lostTasks.isEmpty() ? Optional.empty() : lostTasks.entrySet().stream()
                .filter(entry -> entry.getKey().item() == item && entry.getValue().back())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The job has something to launch, which could have been launched since then; null if it has not. */
    void waitsFrom(Instant now) {
        if (now == null) {
            waitsSince = null;
        } else if (waitsSince == null && isIdle()) {
            waitsSince = now;
        }
    }

    /** A run has been launched; returns since when it could have been. */
    Optional<Instant> launched() {
        Optional<Instant> since = Optional.ofNullable(waitsSince);
        waitsSince = null;
        return since;
    }

    MetaInfo item(int item) {
        return new MetaInfo(name, item);
    }
}
