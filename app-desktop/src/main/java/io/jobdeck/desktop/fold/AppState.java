package io.jobdeck.desktop.fold;

/** Whether the jobs of an app may run. */
public enum AppState {
    ENABLED,
    DISABLED,
    /** Not disabled, but it has a {@link Problem}. */
    INVALID
}
