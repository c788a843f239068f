package io.jobdeck.desktop.editor;

/** What saving a form does. */
public enum EditorMode {
    /** Stores something new, whose name is still free. */
    REGISTER,
    /** Replaces the config of what exists; its identity stays. */
    UPDATE
}
