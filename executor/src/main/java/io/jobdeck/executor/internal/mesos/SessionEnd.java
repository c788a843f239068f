package io.jobdeck.executor.internal.mesos;

/**
 * Why an executor is to end.
 *
 * @param kind what happened
 * @param text one line for people
 */
public record SessionEnd(Kind kind, String text) {

    /** What happened. */
    public enum Kind {
        /** The agent told the executor to end. */
        SHUTDOWN,
        /** The agent is gone, and is not waited for any longer. */
        AGENT_GONE,
        /** The agent refuses this executor, or reported an error. */
        REFUSED
    }
}
