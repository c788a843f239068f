package io.jobdeck.scheduler.insight;

import java.time.Instant;
import java.util.Objects;

/**
 * One entry of a directory in a sandbox.
 *
 * @param name its name
 * @param directory whether it is a directory
 * @param size in bytes
 * @param modified when it was written to last, to the second
 * @param mode its permissions, such as {@code -rw-r--r--}
 */
public record SandboxFile(String name, boolean directory, long size, Instant modified, String mode) {

    public SandboxFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(modified, "modified");
        Objects.requireNonNull(mode, "mode");
    }
}
