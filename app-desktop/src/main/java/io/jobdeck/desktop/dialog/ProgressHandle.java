package io.jobdeck.desktop.dialog;

/** Progress that is being shown. Interface thread only. */
public interface ProgressHandle {

    /** Shows how much is done. */
    void at(int done, int total);

    /** Takes it away. */
    void close();
}
