package io.jobdeck.scheduler;

import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeListener;

/** Knows whether a live tree is in sync. */
final class RegistryWatch implements TreeListener, AutoCloseable {

    private final LiveTree tree;
    private volatile boolean inSync;

    /** Starts to watch; the tree stays open. */
    RegistryWatch(LiveTree tree) {
        this.tree = tree;
        tree.listen(this);
    }

    boolean inSync() {
        return inSync;
    }

    @Override
    public void onEvent(TreeEvent event) {
        if (event instanceof TreeEvent.Loaded) {
            inSync = true;
        } else if (event instanceof TreeEvent.Stale) {
            inSync = false;
        }
    }

    @Override
    public void close() {
        tree.unlisten(this);
    }
}
