package io.jobdeck.scheduler.registry;

import java.util.Map;

/**
 * A copy of the registry that keeps itself current: one persistent recursive watch, and batched reads for the first
 * load and every resync. It never claims to be in sync when it is not.
 */
public interface LiveTree extends AutoCloseable {

    /**
     * Adds a listener. If the tree is loaded, the listener hears {@link TreeEvent.Loaded} first, whatever is heard by
     * others meanwhile.
     */
    void listen(TreeListener listener);

    /** Takes the listener out; it hears nothing more once the event thread has finished with the current event. */
    void unlisten(TreeListener listener);

    /** Returns the nodes as known now; empty before the first load. Safe on any thread; unmodifiable and live. */
    Map<String, TreeNode> nodes();

    /** Stops watching; does not close the connection it was made with. */
    @Override
    void close();
}
