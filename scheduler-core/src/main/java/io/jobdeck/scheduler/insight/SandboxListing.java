package io.jobdeck.scheduler.insight;

import java.util.List;
import java.util.Objects;

/**
 * What is in one directory of a task's sandbox.
 *
 * @param sandbox whose it is and where
 * @param path the directory within the sandbox; empty for the sandbox itself
 * @param files its entries, by name
 */
public record SandboxListing(Sandbox sandbox, String path, List<SandboxFile> files) {

    public SandboxListing {
        Objects.requireNonNull(sandbox, "sandbox");
        Objects.requireNonNull(path, "path");
        files = List.copyOf(files);
    }

    /**
     * A sandbox.
     *
     * @param agentHost the machine it is on
     * @param directory its path there
     * @param owner whose it is
     */
    public record Sandbox(String agentHost, String directory, Owner owner) {

        public Sandbox {
            Objects.requireNonNull(agentHost, "agentHost");
            Objects.requireNonNull(directory, "directory");
            Objects.requireNonNull(owner, "owner");
        }
    }

    /** Whose a sandbox is. */
    public enum Owner {
        /** The task's alone, as that of a script. */
        TASK,
        /** The executor's that the task ran in: all tasks of the app on that agent write there. */
        EXECUTOR,
        /** The same, but the agent has forgotten the task, so it may have run in an earlier executor of the app. */
        PROBABLE_EXECUTOR
    }
}
