package io.jobdeck.desktop.editor;

/**
 * What an app has at work now.
 *
 * @param executors executors that are up
 * @param transientTasks tasks of its transient jobs that run
 * @param daemonTasks tasks of its daemon jobs that run
 */
public record AppLoad(int executors, int transientTasks, int daemonTasks) { }
