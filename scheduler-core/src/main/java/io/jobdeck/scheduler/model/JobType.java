package io.jobdeck.scheduler.model;

/** How a job's code is called (spec section 9.3). */
public enum JobType {
    SIMPLE,
    DATAFLOW,
    SCRIPT
}
