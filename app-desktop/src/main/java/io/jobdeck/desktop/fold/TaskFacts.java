package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.LostTask;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import java.util.Objects;
import java.util.Optional;

/**
 * What the tree says of one task: one in flight, one that was given up and may still run somewhere, or one that
 * Elastic-Job-Cloud 2.1.5 left and nobody has taken over yet.
 *
 * @param taskId its id
 * @param app its app; empty if that is not known
 * @param record the record of a task in flight
 * @param lost since when it is given up, if it is
 * @param failed what is remembered of failures of its item before, if it has failed
 */
public record TaskFacts(TaskId taskId, String app, Optional<TaskRecord> record, Optional<LostTask> lost,
        Optional<FailedItem> failed) {

    /** What a task is to the cluster. */
    public enum Standing {
        IN_FLIGHT,
        /** Given up, and not heard of since. */
        GIVEN_UP,
        /** Given up, has come back, and is being killed. */
        CAME_BACK,
        /** Left by Elastic-Job-Cloud 2.1.5. */
        NOT_TAKEN_OVER
    }

    public TaskFacts {
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(lost, "lost");
        Objects.requireNonNull(failed, "failed");
    }

    /** A task in flight whose item has not failed. */
    public static TaskFacts inFlight(TaskRecord task) {
        return new TaskFacts(task.taskId(), task.appName(), Optional.of(task), Optional.empty(), Optional.empty());
    }

    /** Returns how often its item has been launched in a row with it; launches that came to nothing do not count. */
    public int attempt() {
        int failures = failed.map(FailedItem::failures).orElse(0);
        return taskId.type() == LaunchType.FAILOVER ? Math.max(2, failures + 1) : failures + 1;
    }

    /** Returns what it is to the cluster. */
    public Standing standing() {
        if (record.isPresent()) {
            return Standing.IN_FLIGHT;
        }
        return lost.map(task -> task.back() ? Standing.CAME_BACK : Standing.GIVEN_UP).orElse(Standing.NOT_TAKEN_OVER);
    }
}
