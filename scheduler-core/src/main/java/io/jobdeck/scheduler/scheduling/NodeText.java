package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codec;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the texts of nodes that anybody may have written. */
final class NodeText {

    private static final Logger LOG = LoggerFactory.getLogger(NodeText.class);

    private NodeText() {
    }

    /** Returns what the node says; empty, with a line in the log, if it cannot be read. */
    static <T> Optional<T> read(Codec<T> codec, TreeNode node) {
        try {
            return Optional.of(codec.read(node.text()));
        } catch (MalformedTextException e) {
            LOG.warn("{} cannot be read and is left alone until it changes: {}", node.path(), e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns the number of runs that an entry of the ready queue stands for, at least 1. */
    static int count(TreeNode node) {
        try {
            return Math.max(1, Integer.parseInt(node.text().trim()));
        } catch (NumberFormatException e) {
            LOG.warn("{} holds '{}', which is no number of runs; it counts as one", node.path(), node.text());
            return 1;
        }
    }
}
