package io.jobdeck.scheduler.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A listener that believes what it hears and keeps its own copy. */
final class Replica implements TreeListener {

    private final Map<String, TreeNode> nodes = new HashMap<>();
    private final List<TreeEvent> heard = new ArrayList<>();
    private boolean current;

    @Override
    public synchronized void onEvent(TreeEvent event) {
        heard.add(event);
        if (event instanceof TreeEvent.Loaded loaded) {
            nodes.clear();
            nodes.putAll(loaded.nodes());
            current = true;
        } else if (event instanceof TreeEvent.Put put) {
            nodes.put(put.node().path(), put.node());
        } else if (event instanceof TreeEvent.Removed removed) {
            nodes.remove(removed.path());
        } else {
            current = false;
        }
    }

    synchronized boolean isCurrent() {
        return current;
    }

    synchronized Map<String, TreeNode> nodes() {
        return new HashMap<>(nodes);
    }

    /** Returns what was heard since the last call. */
    synchronized List<TreeEvent> drain() {
        List<TreeEvent> events = List.copyOf(heard);
        heard.clear();
        return events;
    }

    /** Returns what was heard so far and keeps it. */
    synchronized List<TreeEvent> heard() {
        return List.copyOf(heard);
    }
}
