package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus.Reason;

/**
 * The end of a task.
 *
 * @param task what ended
 * @param state terminal state that was reported, or {@code LOST} for a task that was given up
 * @param reason what Mesos gave as the reason; null if it gave none
 * @param message what was reported with it; may be empty
 * @param givenUp whether nobody reported an end, but it was waited for long enough
 */
record TaskEnd(TaskRecord task, TaskState state, Reason reason, String message, boolean givenUp) {

    /** Returns whether the task may go on somewhere out of reach. */
    boolean outOfReach() {
        return givenUp && task.state() == TaskState.UNREACHABLE;
    }
}
