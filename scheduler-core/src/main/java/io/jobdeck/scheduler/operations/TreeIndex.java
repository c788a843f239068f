package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeListener;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The nodes of a live tree, and by parent those of the queues and requests, for operations that need not wait for a read.
 * A tree in sync shows all that its own session has written, and all that the server dealt with before, so in the process
 * that leads it lags behind nothing that matters. Safe on any thread.
 */
final class TreeIndex implements AutoCloseable {

    private static final Set<String> PARENTS = Set.of(RegistryPaths.READY, RegistryPaths.DISABLED_JOBS,
            RegistryPaths.DISABLED_APPS, RegistryPaths.RUNS, RegistryPaths.KILLS, RegistryPaths.ATTEMPTS,
            RegistryPaths.FAILOVER);

    private final LiveTree tree;
    private final TreeListener listener = this::hear;
    private final Map<String, Integer> counts = new HashMap<>();
    private final NavigableSet<String> indexed = new ConcurrentSkipListSet<>();
    private volatile boolean inSync;

    TreeIndex(LiveTree tree) {
        this.tree = tree;
        PARENTS.forEach(parent -> counts.put(parent, 0));
        tree.listen(listener);
    }

    /** Returns whether the tree is loaded and current. */
    boolean isInSync() {
        return inSync;
    }

    Map<String, TreeNode> nodes() {
        return tree.nodes();
    }

    /** Returns how many children one of the queues has, together with those of the other paths that it has not. */
    synchronized int countWith(String parent, Set<String> others) {
        return counts.get(parent) + (int) others.stream().filter(path -> !indexed.contains(path)).count();
    }

    /** Returns the paths of the nodes whose paths begin so; the beginning must lie in a queue or among the requests. */
    List<String> beginningWith(String beginning) {
        return List.copyOf(indexed.subSet(beginning, true, beginning + Character.MAX_VALUE, true));
    }

    @Override
    public void close() {
        tree.unlisten(listener);
    }

    private void hear(TreeEvent event) {
        if (event instanceof TreeEvent.Put put) {
            add(put.node().path());
        } else if (event instanceof TreeEvent.Removed removed) {
            remove(removed.path());
        } else if (event instanceof TreeEvent.Loaded loaded) {
            Set<String> gone = new HashSet<>(indexed);
            gone.removeAll(loaded.nodes().keySet());
            gone.forEach(this::remove);
            loaded.nodes().keySet().forEach(this::add);
            inSync = true;
        } else {
            inSync = false;
        }
    }

    private synchronized void add(String path) {
        if (isIndexed(path) && indexed.add(path)) {
            count(path, 1);
        }
    }

    private synchronized void remove(String path) {
        if (isIndexed(path) && indexed.remove(path)) {
            count(path, -1);
        }
    }

    private void count(String path, int difference) {
        counts.computeIfPresent(path.substring(0, path.lastIndexOf('/')), (parent, count) -> count + difference);
    }

    private static boolean isIndexed(String path) {
        int slash = path.lastIndexOf('/');
        String parent = path.substring(0, slash);
        return PARENTS.contains(parent) || parent.startsWith(RegistryPaths.FAILOVER + "/");
    }
}
