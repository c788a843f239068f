package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;

/**
 * The end of a task.
 *
 * @param task what ended
 * @param state terminal state that was reported, or {@code LOST} for a task that was given up
 * @param message what was reported with it; may be empty
 */
record TaskEnd(TaskRecord task, TaskState state, String message) { }
