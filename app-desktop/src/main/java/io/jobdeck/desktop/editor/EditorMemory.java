package io.jobdeck.desktop.editor;

/** What editors remember from one to the next. Interface thread only. */
public interface EditorMemory {

    /** Returns the width of the window that was closed last. */
    double width();

    /** Returns its height. */
    double height();

    /** Remembers a size. */
    void keepSize(double width, double height);

    EditorPanes panes();

    void keep(EditorPanes panes);
}
