package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskState;
import java.util.HashSet;
import java.util.Set;

/**
 * The tasks that the master has called unreachable or unknown since there is a connection to it. What it said before may be
 * out of date: an agent can have come back with its tasks while nobody listened. Owned by the loop's thread.
 */
final class OutOfSight {

    private final Set<TaskId> tasks = new HashSet<>();

    /** The master says of a task what has become of it. */
    void heard(TaskId task, TaskState reported) {
        if (reported == TaskState.UNREACHABLE || reported == TaskState.UNKNOWN) {
            tasks.add(task);
        } else {
            tasks.remove(task);
        }
    }

    /** There is another connection. */
    void clear() {
        tasks.clear();
    }

    boolean contains(TaskId task) {
        return tasks.contains(task);
    }
}
