package io.jobdeck.executor.internal.mesos;

/** The environment is not that of an executor that a Mesos agent started; the message is one line for people. */
public final class NotStartedByAgentException extends Exception {

    NotStartedByAgentException(String message) {
        super(message);
    }
}
