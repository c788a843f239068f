package io.jobdeck.scheduler.scheduling;

import org.apache.mesos.v1.Protos.TaskStatus.Reason;

/** What the end of a task means for its item (spec sections 7.1 and 8.1, for all terminal states of Mesos 1.11). */
enum Ending {
    /** The item is done; a daemon's is up again as soon as it may. */
    SUCCEEDED,
    /** Somebody wanted it to end: a daemon's item is launched afresh, another is not. */
    KILLED,
    /** The item failed. It runs again if its job has failover or is a daemon, and that costs an attempt. */
    FAILED,
    /** The launch came to nothing before the task started. It is repeated, whatever the job, and costs no attempt. */
    NEVER_STARTED;

    /**
     * Returns what an end means.
     *
     * @param killing whether the task was told to end, in which case the way it ended is no failure
     * @param failedBefore whether the item has failed or got lost in a row with this
     */
    static Ending of(TaskEnd end, boolean killing, boolean failedBefore) {
        Ending ending = switch (end.state()) {
            case FINISHED -> SUCCEEDED;
            case KILLED -> KILLED;
            // Mesos launched nothing: offers that are void by now (REASON_INVALID_OFFERS), an agent that has just left.
            case DROPPED -> NEVER_STARTED;
            case FAILED -> wasQueuedAtDyingExecutor(end) && !failedBefore ? NEVER_STARTED : FAILED;
            // The task itself is wrong, so trying for nothing would never end.
            case ERROR -> FAILED;
            // The agent has no such task. If it never reported it, it never had it.
            case GONE, GONE_BY_OPERATOR, LOST -> mayHaveStarted(end) ? FAILED : NEVER_STARTED;
            case STAGING, STARTING, RUNNING, KILLING, UNREACHABLE, UNKNOWN ->
                    throw new IllegalArgumentException(end.state() + " is no end");
        };
        return killing && ending != SUCCEEDED ? KILLED : ending;
    }

    /**
     * An executor that was ending anyway when the task came. An executor that cannot even start ends in the same way, so
     * this is believed once only.
     */
    private static boolean wasQueuedAtDyingExecutor(TaskEnd end) {
        return !end.task().started() && end.reason() == Reason.REASON_EXECUTOR_TERMINATED;
    }

    private static boolean mayHaveStarted(TaskEnd end) {
        return end.task().started() || end.outOfReach();
    }
}
