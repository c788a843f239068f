package io.jobdeck.scheduler.rest.v2;

import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The nodes of one job that stand in lists of many: its tasks, failover entries, failed items and one-off runs. They are
 * found in one pass over the tree, and read only when asked for, as a cluster may run 100 000 tasks.
 */
final class JobFacts {

    private static final List<String> ROOTS = List.of(RegistryPaths.JOB_STATUS + "/", RegistryPaths.RUNNING + "/",
            RegistryPaths.FAILOVER + "/", RegistryPaths.RUNS + "/", RegistryPaths.ATTEMPTS + "/");

    private final LiveNodes nodes;
    private final List<TreeNode> recorded = new ArrayList<>();
    private final SortedMap<MetaInfo, TreeNode> known = new TreeMap<>();
    private final SortedMap<MetaInfo, TreeNode> failover = new TreeMap<>();
    private final SortedMap<MetaInfo, TreeNode> attempts = new TreeMap<>();
    private final List<TreeNode> runs = new ArrayList<>();

    /**
     * A task that has not ended.
     *
     * @param id its id
     * @param record what is known of it; empty for a daemon task of which only 2.1.5's node tells
     */
    record Task(TaskId id, Optional<TaskRecord> record) { }

    private JobFacts(LiveNodes nodes) {
        this.nodes = nodes;
    }

    /** Returns the facts of a job that has none. */
    static JobFacts none(LiveNodes nodes) {
        return new JobFacts(nodes);
    }

    /** Returns the facts of a job. */
    static JobFacts of(LiveNodes nodes, String job) {
        return ofEach(nodes, job::equals).getOrDefault(job, none(nodes));
    }

    /** Returns the facts of all jobs that are wanted and have any. */
    static SortedMap<String, JobFacts> ofEach(LiveNodes nodes, Predicate<String> wanted) {
        SortedMap<String, JobFacts> found = new TreeMap<>();
        nodes.below(ROOTS, (address, node) -> jobOf(address).filter(wanted).ifPresent(job ->
                found.computeIfAbsent(job, name -> new JobFacts(nodes)).add(address, node)));
        return found;
    }

    private static Optional<String> jobOf(NodeAddress address) {
        if (address instanceof NodeAddress.RunPart part) {
            return Optional.of(part.job());
        }
        if (address instanceof NodeAddress.Running task) {
            return Optional.of(task.task().jobName());
        }
        if (address instanceof NodeAddress.Failover task) {
            return Optional.of(task.task().jobName());
        }
        if (address instanceof NodeAddress.Attempt task) {
            return Optional.of(task.task().jobName());
        }
        return address instanceof NodeAddress.Run run ? Optional.of(run.job()) : Optional.empty();
    }

    private void add(NodeAddress address, TreeNode node) {
        if (address instanceof NodeAddress.Running task) {
            known.put(task.task(), node);
        } else if (address instanceof NodeAddress.Failover task) {
            failover.put(task.task(), node);
        } else if (address instanceof NodeAddress.Attempt task) {
            attempts.put(task.task(), node);
        } else if (address instanceof NodeAddress.Run) {
            runs.add(node);
        } else {
            recorded.add(node);
        }
    }

    /** Returns whether it has a task that has not ended. */
    boolean runs() {
        return !recorded.isEmpty() || !known.isEmpty();
    }

    /** Returns its tasks that have not ended, by item. */
    Collection<Task> tasks() {
        SortedMap<MetaInfo, Task> tasks = new TreeMap<>();
        known.forEach((item, node) -> nodes.parse(node, TaskId::parse)
                .ifPresent(id -> tasks.put(item, new Task(id, Optional.empty()))));
        recorded.forEach(node -> nodes.tasks(node).forEach(task ->
                tasks.put(task.metaInfo(), new Task(task.taskId(), Optional.of(task)))));
        return tasks.values();
    }

    /** Returns its entries in the failover queue: the item, and the id of the task that failed. */
    SortedMap<MetaInfo, TreeNode> failover() {
        return failover;
    }

    /** Returns its items that failed, with what is kept of that. */
    SortedMap<MetaInfo, TreeNode> attempts() {
        return attempts;
    }

    /** Returns how many one-off runs wait. */
    int oneOffRuns() {
        return runs.size();
    }

    /** Returns the one-off runs that wait, the oldest first. */
    List<OneOffRun> runsWaiting() {
        return runs.stream().map(nodes::run).flatMap(Optional::stream)
                .sorted(Comparator.comparing(OneOffRun::at).thenComparing(OneOffRun::runId)).toList();
    }

    /** Returns whether something of it waits to be launched, runs in the ready queue aside. */
    boolean waits() {
        return !failover.isEmpty() || !runs.isEmpty();
    }
}
