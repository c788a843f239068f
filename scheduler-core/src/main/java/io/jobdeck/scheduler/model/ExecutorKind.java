package io.jobdeck.scheduler.model;

/** The executor library that an app embeds; it decides the form of the payload its tasks carry. */
public enum ExecutorKind {
    /** The executor of this project. */
    JOBDECK,
    /** Elastic-Job-Cloud 2.1.5, on the native Mesos driver. An app that does not say is taken for this one. */
    ELASTIC_JOB_2_1_5
}
