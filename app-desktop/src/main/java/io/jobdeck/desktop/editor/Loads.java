package io.jobdeck.desktop.editor;

/** What jobs and apps have at work now, read from the live tree. Interface thread only. */
public interface Loads {

    JobLoad job(String name);

    AppLoad app(String name);
}
