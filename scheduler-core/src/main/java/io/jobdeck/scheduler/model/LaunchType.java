package io.jobdeck.scheduler.model;

/** Why a task was launched; third part of its id (spec section 2.1). */
public enum LaunchType {
    READY,
    FAILOVER
}
