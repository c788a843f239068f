package io.jobdeck.scheduler.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Live copy of an {@link InMemoryRegistry}; called under its lock, save for {@link #nodes()}. */
final class InMemoryLiveTree implements LiveTree {

    private final Map<String, TreeNode> nodes = new ConcurrentHashMap<>();
    private final Map<String, TreeNode> view = Collections.unmodifiableMap(nodes);
    private final List<TreeListener> listeners = new ArrayList<>();
    private final Consumer<Runnable> underLock;
    private boolean loaded;
    private boolean closed;

    InMemoryLiveTree(Consumer<Runnable> underLock) {
        this.underLock = underLock;
    }

    void hear(TreeEvent event) {
        if (closed) {
            return;
        }
        fold(event);
        List.copyOf(listeners).forEach(listener -> listener.onEvent(event));
    }

    private void fold(TreeEvent event) {
        if (event instanceof TreeEvent.Loaded all) {
            nodes.keySet().retainAll(all.nodes().keySet());
            nodes.putAll(all.nodes());
            loaded = true;
        } else if (event instanceof TreeEvent.Put put) {
            nodes.put(put.node().path(), put.node());
        } else if (event instanceof TreeEvent.Removed removed) {
            nodes.remove(removed.path());
        } else {
            loaded = false;
        }
    }

    @Override
    public void listen(TreeListener listener) {
        underLock.accept(() -> {
            if (loaded) {
                listener.onEvent(new TreeEvent.Loaded(nodes));
            }
            listeners.add(listener);
        });
    }

    @Override
    public void unlisten(TreeListener listener) {
        underLock.accept(() -> listeners.remove(listener));
    }

    @Override
    public Map<String, TreeNode> nodes() {
        return view;
    }

    @Override
    public void close() {
        underLock.accept(() -> closed = true);
    }
}
