package io.jobdeck.scheduler.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live tree of a {@link CuratorRegistry}. While it is in sync, listeners have heard of the changes that a transaction
 * of the same registry made, and {@link #nodes} shows them, before the transaction's future completes.
 *
 * <p>Each connection starts a {@link TreeSync}; when the connection breaks or something cannot be read, the tree says that
 * it is stale and starts another one, after a pause that grows while that keeps failing.
 */
final class WatchedTree implements LiveTree {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedTree.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 7;

    private final Session session;
    private final Namespace namespace;
    private final Predicate<String> writtenByTransactionUnderWay;
    private final Consumer<WatchedTree> onClose;
    private final Map<String, TreeNode> nodes = new ConcurrentHashMap<>();
    private final Map<String, TreeNode> view = Collections.unmodifiableMap(nodes);
    private final List<TreeListener> listeners = new ArrayList<>();
    private final Session.Listener connection = new Connection();
    private TreeSync sync;
    private boolean inSync;
    private TreeEvent.Stale stale;
    private int failures;
    private Future<?> retry;
    private ZooKeeper watched;
    private Watcher watcher;
    private boolean closed;

    /** Makes a tree; {@code onClose} is run on the event thread when it has stopped. */
    WatchedTree(Session session, Namespace namespace, Predicate<String> writtenByTransactionUnderWay,
            Consumer<WatchedTree> onClose) {
        this.onClose = onClose;
        this.session = session;
        this.namespace = namespace;
        this.writtenByTransactionUnderWay = writtenByTransactionUnderWay;
    }

    void start() {
        session.execute(() -> {
            if (!closed) {
                session.listen(connection);
            }
        });
    }

    @Override
    public void listen(TreeListener listener) {
        session.execute(() -> {
            listeners.add(listener);
            if (inSync) {
                tell(listener, new TreeEvent.Loaded(nodes));
            } else if (stale != null) {
                tell(listener, stale);
            }
        });
    }

    @Override
    public void unlisten(TreeListener listener) {
        session.execute(() -> listeners.remove(listener));
    }

    @Override
    public Map<String, TreeNode> nodes() {
        return view;
    }

    @Override
    public void close() {
        session.execute(this::stop);
    }

    /** Takes the result of a transaction of this registry, on the event thread, and runs {@code complete} in due order. */
    void onResult(Transaction transaction, TransactionResult result, Runnable complete) {
        if (sync == null) {
            complete.run();
        } else {
            sync.onResult(transaction, result, complete);
        }
    }

    private void stop() {
        if (closed) {
            return;
        }
        closed = true;
        session.unlisten(connection);
        listeners.clear();
        giveUp();
        cancelRetry();
        if (watched != null) {
            watched.removeWatches(namespace.root(), watcher, Watcher.WatcherType.Any, true,
                    (code, path, context) -> LOG.debug("Watch removed: {}", Code.get(code)), null);
        }
        onClose.accept(this);
    }

    private void synchronise() {
        cancelRetry();
        giveUp();
        TreeSync started = new TreeSync(new NodeReader(session, namespace), session::execute,
                writtenByTransactionUnderWay, new Copy());
        sync = started;
        watch(session.handle(), started);
    }

    /** The client sets the watch anew after a reconnect, but only one whose setting it has seen answered. */
    private void watch(ZooKeeper handle, TreeSync started) {
        if (watched != handle) {
            watched = handle;
            watcher = event -> session.execute(() -> {
                if (sync != null && session.isCurrent(handle) && event.getType() != Watcher.Event.EventType.None) {
                    sync.onEvent(event, namespace.relative(event.getPath()));
                }
            });
        }
        handle.addWatch(namespace.root(), watcher, AddWatchMode.PERSISTENT_RECURSIVE,
                (code, path, context) -> session.execute(() -> onWatching(started, Code.get(code))), null);
    }

    private void onWatching(TreeSync started, Code code) {
        if (sync != started) {
            return;
        }
        if (code == Code.OK) {
            started.start();
        } else {
            fail("Could not watch " + namespace.root() + ": " + (code == Code.UNIMPLEMENTED
                    ? NodeReader.TOO_OLD : "ZooKeeper answered " + code));
        }
    }

    private void giveUp() {
        inSync = false;
        TreeSync old = sync;
        sync = null;
        if (old != null) {
            old.end();
        }
    }

    private void fail(String cause) {
        giveUp();
        failures++;
        becomeStale(cause);
        retryAfterPause();
    }

    private void retryAfterPause() {
        cancelRetry();
        Duration pause = failures == 0 ? Duration.ZERO
                : FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        retry = session.schedule(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause, () -> {
            if (!closed && session.connected()) {
                synchronise();
            }
        });
    }

    private void cancelRetry() {
        if (retry != null) {
            retry.cancel(false);
            retry = null;
        }
    }

    private void becomeStale(String cause) {
        Instant since = stale == null ? Instant.now() : stale.since();
        stale = new TreeEvent.Stale(since, cause);
        tellAll(stale);
    }

    private void tellAll(TreeEvent event) {
        List.copyOf(listeners).forEach(listener -> tell(listener, event));
    }

    private static void tell(TreeListener listener, TreeEvent event) {
        try {
            listener.onEvent(event);
        } catch (RuntimeException broken) {
            LOG.error("A listener of the registry failed", broken);
        }
    }

    private final class Connection implements Session.Listener {

        @Override
        public void onConnected(ZooKeeper handle) {
            if (failures == 0) {
                synchronise();
            } else if (retry == null || retry.isDone()) {
                retryAfterPause();
            }
        }

        @Override
        public void onDisconnected(String cause) {
            giveUp();
            if (stale == null) {
                becomeStale(cause);
            }
        }
    }

    private final class Copy implements TreeSync.Output {

        @Override
        public void loaded(Map<String, TreeNode> copy) {
            nodes.keySet().retainAll(copy.keySet());
            nodes.putAll(copy);
            inSync = true;
            stale = null;
            failures = 0;
            tellAll(new TreeEvent.Loaded(nodes));
        }

        @Override
        public void put(TreeNode node) {
            if (!node.equals(nodes.put(node.path(), node))) {
                tellAll(new TreeEvent.Put(node));
            }
        }

        @Override
        public void removed(String path) {
            if (nodes.remove(path) != null) {
                tellAll(new TreeEvent.Removed(path));
            }
        }

        @Override
        public void failed(String cause) {
            fail(cause);
        }
    }
}
