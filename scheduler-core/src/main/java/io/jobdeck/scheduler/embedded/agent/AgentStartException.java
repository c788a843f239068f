package io.jobdeck.scheduler.embedded.agent;

import java.io.IOException;

/** The agent cannot be started; the message says why, and what to do, in one sentence for people. */
public final class AgentStartException extends IOException {

    AgentStartException(String message, Throwable cause) {
        super(message, cause);
    }

    AgentStartException(String message) {
        super(message);
    }
}
