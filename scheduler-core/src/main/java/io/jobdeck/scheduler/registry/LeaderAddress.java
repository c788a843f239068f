package io.jobdeck.scheduler.registry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tells who leads, from a live tree: the value of the first candidate's node, the address of its REST server. */
public final class LeaderAddress implements AutoCloseable {

    private static final String PREFIX = RegistryPaths.ELECTION + "/";

    private final LiveTree tree;
    private final TreeListener listener = this::onEvent;
    private final Map<String, String> candidates = new ConcurrentHashMap<>();

    /** Starts to follow the election in this tree. */
    public LeaderAddress(LiveTree tree) {
        this.tree = tree;
        tree.listen(listener);
    }

    /**
     * Returns the leader's address as last known; empty while nobody stands for election. Safe on any thread. A leader
     * that has just been elected may not answer yet.
     */
    public Optional<String> current() {
        return Candidates.leader(candidates.keySet()).map(candidates::get);
    }

    /** Tells whether a scheduler of this address stands for election, as last known. Safe on any thread. */
    public boolean isCandidate(String address) {
        return candidates.containsValue(address);
    }

    /** Stops following; the tree stays open. */
    @Override
    public void close() {
        tree.unlisten(listener);
    }

    private void onEvent(TreeEvent event) {
        if (event instanceof TreeEvent.Loaded loaded) {
            candidates.keySet().removeIf(name -> !loaded.nodes().containsKey(PREFIX + name));
            loaded.nodes().values().forEach(this::put);
        } else if (event instanceof TreeEvent.Put put) {
            put(put.node());
        } else if (event instanceof TreeEvent.Removed removed && removed.path().startsWith(PREFIX)) {
            candidates.remove(removed.path().substring(PREFIX.length()));
        }
    }

    private void put(TreeNode node) {
        if (node.path().startsWith(PREFIX)) {
            candidates.put(node.path().substring(PREFIX.length()), node.text());
        }
    }
}
