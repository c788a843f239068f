package io.jobdeck.scheduler.insight;

import java.util.Objects;

/**
 * The sandbox of an executor that runs.
 *
 * @param agentHost the machine it is on
 * @param path its directory, below the agent's working directory
 */
public record ExecutorSandbox(String agentHost, String path) {

    public ExecutorSandbox {
        Objects.requireNonNull(agentHost, "agentHost");
        Objects.requireNonNull(path, "path");
    }
}
