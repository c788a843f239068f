package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskState;

/** Mesos' task states in our terms. */
final class TaskStates {

    private static final String PREFIX = "TASK_";

    private TaskStates() {
    }

    /** Returns the state; every state of Mesos 1.11 has its counterpart. */
    static TaskState of(org.apache.mesos.v1.Protos.TaskState state) {
        return TaskState.valueOf(state.name().substring(PREFIX.length()));
    }
}
