package io.jobdeck.scheduler.registry;

import java.util.Objects;

/**
 * One node of the registry as it was read.
 *
 * @param path path inside the namespace, beginning with a slash
 * @param text value, UTF-8; empty when the node has none
 * @param version version of the value, for conditional writes
 */
public record TreeNode(String path, String text, int version) {

    public TreeNode {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
    }
}
