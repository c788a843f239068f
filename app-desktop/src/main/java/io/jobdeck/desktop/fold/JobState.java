package io.jobdeck.desktop.fold;

/** Whether a job may run. */
public enum JobState {
    ENABLED,
    /** Disabled itself, whatever its app is. */
    DISABLED,
    /** Not disabled itself, but its app is. */
    APP_DISABLED,
    /** Its stored config cannot be read, or names an app that does not exist, or has a cron that never fires. */
    INVALID
}
