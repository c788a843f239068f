package io.jobdeck.desktop.editor;

/**
 * How an editor is laid out.
 *
 * @param form whether the form is shown
 * @param json whether the JSON is shown
 * @param divider where one ends and the other begins, as a part of the width
 */
public record EditorPanes(boolean form, boolean json, double divider) {

    /** How it is laid out until somebody chooses otherwise. */
    public static final EditorPanes STANDARD = new EditorPanes(true, true, 0.58);
}
