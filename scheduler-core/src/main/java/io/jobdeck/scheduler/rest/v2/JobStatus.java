package io.jobdeck.scheduler.rest.v2;

/** What a job does, in one word. */
enum JobStatus {
    /** Nothing of it runs or waits to be launched. */
    IDLE,
    /** It waits to be launched, or to be launched again. */
    WAITING,
    RUNNING,
    /** It or its app is disabled. */
    DISABLED
}
