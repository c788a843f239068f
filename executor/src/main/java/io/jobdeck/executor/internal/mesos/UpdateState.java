package io.jobdeck.executor.internal.mesos;

/** The states that this executor reports of its tasks, by their names in Mesos. */
public enum UpdateState {
    TASK_RUNNING,
    TASK_FINISHED,
    TASK_FAILED,
    TASK_KILLED
}
