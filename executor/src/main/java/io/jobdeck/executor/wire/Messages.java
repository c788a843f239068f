package io.jobdeck.executor.wire;

/**
 * The texts that pass between scheduler and executor beside tasks, the same as in Elastic-Job-Cloud 2.1.5
 * (spec sections 4.2 and 9.4).
 */
public final class Messages {

    /** Framework message that tells an executor to stop its tasks and end. */
    public static final String STOP = "STOP";

    /** Message of a TASK_RUNNING update of a daemon that has begun a firing. */
    public static final String BEGIN = "BEGIN";

    /**
     * Message of a TASK_RUNNING update of a daemon that has completed a firing and is idle. A firing that failed has a
     * {@link FiringResult} as the data of the update.
     */
    public static final String COMPLETE = "COMPLETE";

    private Messages() {
    }
}
