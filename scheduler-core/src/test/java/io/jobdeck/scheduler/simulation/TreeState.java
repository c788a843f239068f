package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the tree says of queues and tasks, job by job. */
final class TreeState {

    /**
     * What the tree says of one job.
     *
     * @param ready runs that wait
     * @param runs runs that wait by themselves, by their id
     * @param failover item to id of the task that failed
     * @param tasks item to task in flight
     */
    record Job(int ready, Map<String, OneOffRun> runs, Map<Integer, String> failover, Map<Integer, TaskId> tasks) { }

    private final Map<String, Integer> ready = new HashMap<>();
    private final Map<String, Map<String, OneOffRun>> runs = new HashMap<>();
    private final Map<String, Map<Integer, String>> failover = new HashMap<>();
    private final Map<String, Map<Integer, TaskId>> tasks = new HashMap<>();

    private final Map<String, DaemonTrigger> triggers = new HashMap<>();
    private final Set<TaskId> kills = new HashSet<>();
    private final Set<String> disabledJobs = new HashSet<>();
    private final Set<String> disabledApps = new HashSet<>();

    TreeState(Map<String, TreeNode> nodes) {
        RegistryView view = new RegistryView(nodes);
        view.ready().forEach((job, count) -> ready.put(job, Integer.parseInt(count)));
        nodes.forEach((path, node) -> {
            NodeAddress address = NodeAddress.of(path);
            if (address instanceof NodeAddress.Run run) {
                runs.computeIfAbsent(run.job(), name -> new TreeMap<>())
                        .put(run.runId(), Codecs.ONE_OFF_RUN.read(node.text()));
            } else if (address instanceof NodeAddress.Trigger trigger) {
                triggers.put(trigger.job(), Codecs.DAEMON_TRIGGER.read(node.text()));
            } else if (address instanceof NodeAddress.Kill kill) {
                kills.add(kill.task());
            } else if (address instanceof NodeAddress.DisabledJob disabled) {
                disabledJobs.add(disabled.job());
            } else if (address instanceof NodeAddress.DisabledApp disabled) {
                disabledApps.add(disabled.app());
            }
        });
        view.failover().forEach(entry -> failover.computeIfAbsent(entry.item().jobName(), name -> new TreeMap<>())
                .put(entry.item().item(), entry.originalTaskId()));
        view.runningTasks().forEach(task -> tasks.computeIfAbsent(task.id().jobName(), name -> new TreeMap<>())
                .put(task.id().item(), task.id()));
    }

    Job job(String name) {
        return new Job(ready.getOrDefault(name, 0), runs.getOrDefault(name, Map.of()), failover.getOrDefault(name, Map.of()),
                tasks.getOrDefault(name, Map.of()));
    }

    boolean records(TaskId task) {
        return task.equals(tasks.getOrDefault(task.jobName(), Map.of()).get(task.item()));
    }

    Optional<DaemonTrigger> trigger(String job) {
        return Optional.ofNullable(triggers.get(job));
    }

    boolean isJobDisabled(String job) {
        return disabledJobs.contains(job);
    }

    boolean isAppDisabled(String app) {
        return disabledApps.contains(app);
    }

    /** Returns the tasks that somebody wants to end. */
    Set<TaskId> kills() {
        return kills;
    }

    Set<String> jobs() {
        Set<String> names = new TreeSet<>(ready.keySet());
        names.addAll(runs.keySet());
        names.addAll(failover.keySet());
        names.addAll(tasks.keySet());
        return names;
    }
}
