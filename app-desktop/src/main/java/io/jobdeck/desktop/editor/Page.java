package io.jobdeck.desktop.editor;

/** What an editor shows. */
public enum Page {
    /** The document, to be changed. */
    EDIT,
    /** What saving changes. */
    REVIEW,
    /** What others have changed meanwhile. */
    CONFLICT
}
