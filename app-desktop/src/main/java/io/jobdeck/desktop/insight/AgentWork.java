package io.jobdeck.desktop.insight;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What this scheduler has on an agent.
 *
 * @param apps those that have an executor there
 * @param tasks how many tasks in flight there are of each job
 */
public record AgentWork(SortedSet<String> apps, SortedMap<String, Integer> tasks) {

    /** Nothing. */
    public static final AgentWork NONE = new AgentWork(new TreeSet<>(), new TreeMap<>());

    /** Looks through all nodes of a live tree; for a thread that may take its time. */
    public static AgentWork on(String agent, Map<String, TreeNode> nodes) {
        AgentWork work = new AgentWork(new TreeSet<>(), new TreeMap<>());
        nodes.forEach((path, node) -> {
            if (path.startsWith(RegistryPaths.EXECUTORS + "/") && path.endsWith(agent)) {
                work.addExecutor(agent, path.substring(RegistryPaths.EXECUTORS.length() + 1));
            } else if (path.startsWith(RegistryPaths.JOB_STATUS + "/") && node.text().contains(agent)
                    && NodeAddress.of(path) instanceof NodeAddress.RunPart part) {
                work.addTasks(agent, part.job(), records(node));
            }
        });
        return work;
    }

    private void addExecutor(String agent, String executor) {
        if (ExecutorIds.agentOf(executor).equals(agent)) {
            apps.add(ExecutorIds.appOf(executor));
        }
    }

    private void addTasks(String agent, String job, List<TaskRecord> records) {
        int there = (int) records.stream().filter(task -> task.taskId().agentId().equals(agent)).count();
        if (there > 0) {
            tasks.merge(job, there, Integer::sum);
        }
    }

    /** A part that cannot be read is reported by the view that shows tasks. */
    private static List<TaskRecord> records(TreeNode node) {
        try {
            return Codecs.RUN_PART.read(node.text());
        } catch (MalformedTextException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
