package io.jobdeck.scheduler.model;

/** Who fires a job's cron: the scheduler, with a set of short tasks per firing, or the long-lived task itself. */
public enum ExecutionType {
    TRANSIENT,
    DAEMON
}
