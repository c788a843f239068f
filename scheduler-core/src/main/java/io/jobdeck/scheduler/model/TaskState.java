package io.jobdeck.scheduler.model;

/** State of a task as Mesos 1.11 reports it, without the {@code TASK_} prefix. */
public enum TaskState {
    STAGING(false),
    STARTING(false),
    RUNNING(false),
    KILLING(false),
    FINISHED(true),
    FAILED(true),
    KILLED(true),
    ERROR(true),
    LOST(true),
    DROPPED(true),
    GONE(true),
    GONE_BY_OPERATOR(true),
    /** Its agent cannot be reached; it may come back. */
    UNREACHABLE(false),
    /** The master knows neither the task nor its agent. */
    UNKNOWN(false);

    private final boolean terminal;

    TaskState(boolean terminal) {
        this.terminal = terminal;
    }

    /** Returns whether a task in this state has ended for good. */
    public boolean isTerminal() {
        return terminal;
    }

    /** Returns whether the task ended, and not as it should: spec section 7.1, the states that lead to failover. */
    public boolean isFailure() {
        return terminal && this != FINISHED && this != KILLED;
    }
}
