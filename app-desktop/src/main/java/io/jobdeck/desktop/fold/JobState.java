package io.jobdeck.desktop.fold;

/** Whether a job may run. */
public enum JobState {
    ENABLED,
    /** Disabled itself, whatever its app is. */
    DISABLED,
    /** Not disabled itself, but its app is. */
    APP_DISABLED,
    /** Not disabled, but it has a {@link Problem}. */
    INVALID
}
