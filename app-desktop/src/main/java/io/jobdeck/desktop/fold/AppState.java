package io.jobdeck.desktop.fold;

/** Whether the jobs of an app may run. */
public enum AppState {
    ENABLED,
    DISABLED,
    /** Its stored config cannot be read. */
    INVALID
}
