package io.jobdeck.executor.internal.mesos;

/** Takes reports on tasks and sees to it that the agent gets them. */
public interface StatusUpdates {

    /** Takes one report, from any thread, without waiting. Reports reach the agent in the order they were given. */
    void send(StatusUpdate update);
}
