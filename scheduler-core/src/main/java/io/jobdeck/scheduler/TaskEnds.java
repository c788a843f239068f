package io.jobdeck.scheduler;

import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeListener;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Waits until no task has a record any more. */
final class TaskEnds implements TreeListener {

    private final Set<String> tasks = new HashSet<>();
    private boolean loaded;

    private TaskEnds() {
    }

    /** Returns when the tree has no task, or when the time is over. */
    static void await(LiveTree tree, Duration limit) {
        TaskEnds ends = new TaskEnds();
        tree.listen(ends);
        try {
            ends.await(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tree.unlisten(ends);
        }
    }

    private synchronized void await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); left > 0 && !(loaded && tasks.isEmpty());
                left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    @Override
    public synchronized void onEvent(TreeEvent event) {
        if (event instanceof TreeEvent.Loaded all) {
            loaded = true;
            tasks.clear();
            all.nodes().keySet().forEach(this::add);
        } else if (event instanceof TreeEvent.Put put) {
            add(put.node().path());
        } else if (event instanceof TreeEvent.Removed removed) {
            tasks.remove(removed.path());
        }
        notifyAll();
    }

    private void add(String path) {
        if (NodeAddress.of(path) instanceof NodeAddress.RunPart) {
            tasks.add(path);
        }
    }
}
