package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tasks in flight of a job, as the registry tells of them. */
final class StoredTasks {

    /**
     * A task in flight.
     *
     * @param id its id
     * @param runId the run it belongs to; empty for one that only 2.1.5's node tells of
     * @param node the node that tells of it
     */
    record Stored(TaskId id, String runId, String node) { }

    private final Sight sight;

    StoredTasks(Sight sight) {
        this.sight = sight;
    }

    /** Returns the tasks in flight, each once. */
    Collection<Stored> of(String job) {
        List<String> paths = new ArrayList<>();
        for (String parent : List.of(RegistryPaths.running(job), RegistryPaths.jobStatus(job))) {
            sight.children(parent).forEach(child -> paths.add(parent + "/" + child));
        }
        Map<TaskId, Stored> tasks = new LinkedHashMap<>();
        sight.findAll(paths).values().stream().flatMap(StoredTasks::read)
                .forEach(task -> tasks.merge(task.id(), task, (one, other) -> one.runId().isEmpty() ? other : one));
        return tasks.values();
    }

    private static Stream<Stored> read(TreeNode node) {
        NodeAddress address = NodeAddress.of(node.path());
        try {
            if (address instanceof NodeAddress.Running) {
                return Stream.of(new Stored(TaskId.parse(node.text()), "", node.path()));
            }
            return address instanceof NodeAddress.RunPart
                    ? Codecs.RUN_PART.read(node.text()).stream()
                            .map(task -> new Stored(task.taskId(), task.runId(), node.path()))
                    : Stream.empty();
        } catch (MalformedTextException | IllegalArgumentException notToBeRead) {
            return Stream.empty();
        }
    }
}
