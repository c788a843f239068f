package io.jobdeck.scheduler;

/** What a start is at, for whoever waits for it. */
public enum StartStep {
    EMBEDDED_CLUSTER,
    REGISTRY,
    SCHEDULER,
    SAMPLE_APP
}
