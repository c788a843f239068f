package io.jobdeck.scheduler.registry;

import java.time.Instant;
import java.util.Map;

/** What a {@link TreeListener} hears of the registry, in the order in which it happened. */
public sealed interface TreeEvent {

    /**
     * The whole tree, after the first load and after every time events may have been missed. What it does not hold does
     * not exist any more.
     *
     * @param nodes every node below the namespace by path
     */
    record Loaded(Map<String, TreeNode> nodes) implements TreeEvent {
        public Loaded {
            nodes = Map.copyOf(nodes);
        }
    }

    /** A node was created or its value was set. */
    record Put(TreeNode node) implements TreeEvent { }

    /** A node was deleted. */
    record Removed(String path) implements TreeEvent { }

    /**
     * The connection is gone or the tree cannot be read: what was heard so far may be out of date until the next
     * {@link Loaded}.
     *
     * @param since when
     * @param cause one line for people
     */
    record Stale(Instant since, String cause) implements TreeEvent { }
}
