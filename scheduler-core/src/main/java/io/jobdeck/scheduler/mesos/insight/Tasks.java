package io.jobdeck.scheduler.mesos.insight;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.operations.RegistryView;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the registry tells of tasks whose sandboxes are looked for. Safe on any thread. */
final class Tasks {

    private final Map<String, TreeNode> nodes;
    private final RegistryView view;

    Tasks(Map<String, TreeNode> nodes) {
        this.nodes = nodes;
        this.view = new RegistryView(nodes);
    }

    /** Returns the id under which the scheduler is registered with Mesos. */
    Optional<String> framework() {
        return Optional.ofNullable(nodes.get(RegistryPaths.FRAMEWORK_ID)).map(TreeNode::text).filter(id -> !id.isEmpty());
    }

    /** Returns the agents that executors of an app run on, as far as is known, by id. */
    Set<String> agentsOf(String app) {
        String prefix = RegistryPaths.EXECUTORS + "/";
        return nodes.keySet().stream().filter(path -> path.startsWith(prefix)).map(path -> path.substring(prefix.length()))
                .filter(executor -> ExecutorIds.appOf(executor).equals(app)).map(ExecutorIds::agentOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the app of a task's job. */
    Optional<String> app(TaskId task) {
        return view.job(task.jobName()).map(job -> job.appName());
    }

    /** Returns whether the task has not ended. */
    boolean isInFlight(TaskId task) {
        String parts = RegistryPaths.jobStatus(task.jobName()) + "/";
        return nodes.entrySet().stream().filter(entry -> entry.getKey().startsWith(parts))
                .flatMap(entry -> records(entry.getValue()).stream()).anyMatch(record -> record.taskId().equals(task));
    }

    private static List<TaskRecord> records(TreeNode part) {
        try {
            return Codecs.RUN_PART.read(part.text());
        } catch (MalformedTextException | IllegalArgumentException e) {
            return List.of();
        }
    }
}
