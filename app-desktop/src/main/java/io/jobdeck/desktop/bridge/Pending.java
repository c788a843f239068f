package io.jobdeck.desktop.bridge;

import io.jobdeck.desktop.fold.TreeFold;
import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Changes of the tree that have not been folded yet: the last one of each node only. Not safe for several threads. */
final class Pending {

    private final Map<String, Optional<TreeNode>> changes = new HashMap<>();
    private Map<String, TreeNode> loaded;

    void add(TreeEvent event) {
        if (event instanceof TreeEvent.Loaded all) {
            loaded = all.nodes();
            changes.clear();
        } else if (event instanceof TreeEvent.Put put) {
            changes.put(put.node().path(), Optional.of(put.node()));
        } else if (event instanceof TreeEvent.Removed removed) {
            changes.put(removed.path(), Optional.empty());
        }
    }

    boolean isEmpty() {
        return loaded == null && changes.isEmpty();
    }

    void drainTo(TreeFold fold) {
        if (loaded != null) {
            fold.load(loaded);
        }
        changes.forEach((path, node) -> node.ifPresentOrElse(fold::put, () -> fold.remove(path)));
    }
}
