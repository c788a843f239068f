package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.mesos.v1.Protos.TaskInfo;

/**
 * Launches that are recorded and not sent to Mesos yet. Mesos must not be asked about them: it would answer that it knows
 * nothing of them, which reads as a launch that came to nothing, and they would be launched again behind their sending.
 */
final class UnsentLaunches {

    private final Set<String> taskIds = new HashSet<>();

    void add(Collection<TaskInfo> tasks) {
        tasks.forEach(task -> taskIds.add(task.getTaskId().getValue()));
    }

    void sent(Collection<TaskInfo> tasks) {
        tasks.forEach(task -> taskIds.remove(task.getTaskId().getValue()));
    }

    boolean contains(TaskId task) {
        return !taskIds.isEmpty() && taskIds.contains(task.toString());
    }
}
