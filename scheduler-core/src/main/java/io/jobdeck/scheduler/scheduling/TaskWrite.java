package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One transaction that records what has happened to the tasks of a job, with all that belongs to it: the result of the
 * run, entries of the failover queue, and the nodes of 2.1.5 beside the records. It takes as much as fits.
 */
final class TaskWrite {

    private final JobState job;
    private final Function<TaskEnd, Failovers.Verdict> judge;
    private final Map<TaskEnd, Failovers.Verdict> verdicts = new LinkedHashMap<>();
    private final Instant now;
    private final List<Taken> parts = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<TaskRecord> again = new ArrayList<>();
    private final List<Integer> runningWritten = new ArrayList<>();
    private int bytes;

    /**
     * @param judge says what becomes of the item of a task that ended
     */
    TaskWrite(JobState job, Function<TaskEnd, Failovers.Verdict> judge, Instant now) {
        this.job = job;
        this.judge = judge;
        this.now = now;
        takeParts();
        addRunningParent();
        addResult();
        Failovers.queue(job, again, changes);
    }

    private void takeParts() {
        for (Iterator<RunPart> dirty = job.dirtyParts.iterator(); dirty.hasNext() && !Changes.isFull(bytes);) {
            RunPart part = dirty.next();
            dirty.remove();
            take(new Taken(part, part.takeEnds(), part.takeAcknowledgements()));
        }
    }

    private void take(Taken taken) {
        parts.add(taken);
        int from = changes.size();
        List<TaskRecord> survivors = taken.part().survivors(job);
        String path = taken.part().path(job);
        if (!survivors.isEmpty()) {
            String text = Codecs.RUN_PART.write(survivors);
            changes.add(taken.part().stored ? new Change.Set(path, text) : new Change.Create(path, text));
        } else if (taken.part().stored) {
            changes.add(new Change.Delete(path));
        }
        taken.ends().forEach(this::addEnd);
        if (job.isDaemon()) {
            survivors.forEach(this::addRunning);
        }
        bytes += Changes.bytes(changes.subList(from, changes.size()));
    }

    private void addEnd(TaskEnd end) {
        TaskRecord task = end.task();
        if (job.runningNodes.contains(task.taskId().item())) {
            changes.add(new Change.Delete(RegistryPaths.running(task.metaInfo())));
        }
        Failovers.Verdict verdict = judge.apply(end);
        verdicts.put(end, verdict);
        Failovers.remember(job, task, verdict.remembered(), changes);
        KillRequests.fulfil(job, task, changes);
        LostTasks.remember(end, now, changes);
        if (verdict.again()) {
            again.add(task);
            bytes += Changes.bytes(new Change.Create(RegistryPaths.failover(task.metaInfo()), task.taskId().toString()));
        }
    }

    /** The nodes of 2.1.5 follow from the records, so those that are missing or name another task are made good here. */
    private void addRunning(TaskRecord task) {
        int item = task.taskId().item();
        boolean exists = job.runningNodes.contains(item);
        if (!exists || job.outdatedRunningNodes.contains(item)) {
            if (!job.runningParent && runningWritten.isEmpty()) {
                changes.add(new Change.Create(RegistryPaths.running(job.name()), ""));
            }
            changes.add(RunningNodes.write(task, exists));
            runningWritten.add(item);
        }
    }

    private void addRunningParent() {
        long ended = ends().stream().filter(end -> job.runningNodes.contains(end.task().taskId().item())).count();
        if (ended > 0 && ended == job.runningNodes.size() && runningWritten.isEmpty()) {
            changes.add(new Change.Delete(RegistryPaths.running(job.name())));
        }
    }

    private void addResult() {
        Map<String, Integer> endedOfRun = new HashMap<>();
        ends().forEach(end -> endedOfRun.merge(end.task().runId(), 1, Integer::sum));
        for (TaskEnd end : ends()) {
            String run = end.task().runId();
            boolean underWay = job.tasksOfRun(run) > endedOfRun.get(run) || job.wishes.runs.containsKey(run);
            Optional<RunResult> result = RunResults.ofEnd(job.lastResult, end, underWay, now);
            if (result.isPresent()) {
                job.lastResult = result;
                job.resultChanged = true;
            }
        }
        if (job.resultChanged) {
            job.resultChanged = false;
            changes.add(new Change.Set(RegistryPaths.jobStatus(job.name()),
                    Codecs.RUN_RESULT.write(job.lastResult.orElseThrow())));
        }
    }

    List<Change> changes() {
        return changes;
    }

    List<TaskEnd> ends() {
        return parts.stream().flatMap(taken -> taken.ends().stream()).toList();
    }

    /** Follows the changes in the state, once they are committed, save that the tasks have ended. */
    void committed(ClusterState state) {
        if (!runningWritten.isEmpty()) {
            job.runningParent = true;
            job.runningNodes.addAll(runningWritten);
            runningWritten.forEach(job.outdatedRunningNodes::remove);
        }
        parts.forEach(taken -> taken.part().stored = true);
        again.forEach(task -> state.putFailover(job, task.taskId().item(), task.taskId().toString()));
        job.failoverParent |= !again.isEmpty();
        verdicts.forEach((end, verdict) -> {
            Failovers.remembered(job, end.task().taskId().item(), verdict.remembered());
            KillRequests.fulfilled(job, end.task());
        });
    }

    void acknowledge() {
        parts.forEach(taken -> taken.acknowledgements().forEach(Runnable::run));
    }

    /** The changes were refused and have to be written again. */
    void giveBack() {
        for (Taken taken : parts) {
            taken.part().restore(taken.ends(), taken.acknowledgements());
            job.dirtyParts.add(taken.part());
        }
        // The result may not have got there, and what it was made from is in the state.
        job.resultChanged = job.lastResult.isPresent();
    }

    private record Taken(RunPart part, List<TaskEnd> ends, List<Runnable> acknowledgements) { }
}
