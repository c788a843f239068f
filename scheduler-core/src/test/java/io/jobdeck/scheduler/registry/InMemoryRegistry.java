package io.jobdeck.scheduler.registry;

import io.jobdeck.scheduler.codec.Codec;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A registry without ZooKeeper for tests: same versions, same all-or-nothing transactions, same order of events and
 * results (a client hears of its own change before it hears the result). Everything happens in the calling thread, one
 * call at a time, so that a test sees the effect as soon as a call returns. What a listener or a future's callback
 * submits is applied at once, but heard of only when the current event has been dealt with.
 *
 * <p>Failures are injected: {@link #answerNext}, {@link #loseAnswerOfNext}, {@link #beforeNext}, {@link #disconnect}.
 */
public final class InMemoryRegistry implements Registry {

    private static final List<String> CONTAINERS = List.of(RegistryPaths.CONFIG_APPS, RegistryPaths.CONFIG_JOBS,
            RegistryPaths.READY, RegistryPaths.RUNNING, RegistryPaths.FAILOVER, RegistryPaths.DISABLED_APPS,
            RegistryPaths.DISABLED_JOBS, RegistryPaths.ELECTION, RegistryPaths.EPOCH, RegistryPaths.APP_INFO,
            RegistryPaths.JOB_STATUS, RegistryPaths.DISABLED_APP_INFO, RegistryPaths.DISABLED_JOB_INFO,
            RegistryPaths.WAITING, RegistryPaths.EXECUTORS, RegistryPaths.RUNS, RegistryPaths.KILLS, RegistryPaths.TRIGGERS,
            RegistryPaths.ATTEMPTS, RegistryPaths.LOST_TASKS, RegistryPaths.APP_CHANGES, RegistryPaths.JOB_CHANGES, RegistryPaths.AUDIT);

    private final ReentrantLock lock = new ReentrantLock();
    private final InMemoryNodes store = new InMemoryNodes();
    private final List<InMemoryLiveTree> trees = new ArrayList<>();
    private final List<Transaction> submitted = new ArrayList<>();
    private final Deque<Runnable> deliveries = new ArrayDeque<>();
    private final Deque<Injection> injections = new ArrayDeque<>();
    private boolean delivering;
    private String disconnected;

    /** Makes a registry that holds nothing but the empty nodes under which everything else stands. */
    public InMemoryRegistry() {
        CONTAINERS.forEach(this::putWithParents);
    }

    @Override
    public CompletableFuture<TransactionResult> submit(Transaction transaction) {
        CompletableFuture<TransactionResult> future = new CompletableFuture<>();
        locked(() -> {
            TransactionResult result = answer(transaction);
            deliveries.add(() -> future.complete(result));
        });
        return future;
    }

    @Override
    public TransactionResult commit(Transaction transaction) {
        TransactionResult[] result = new TransactionResult[1];
        locked(() -> result[0] = answer(transaction));
        if (result[0] instanceof TransactionResult.Unknown unknown && disconnected != null) {
            throw new RegistryUnavailableException(unknown.cause(), null);
        }
        return result[0];
    }

    @Override
    public Optional<TreeNode> read(String path) {
        return Optional.ofNullable(readAll(List.of(path)).get(path));
    }

    @Override
    public Map<String, TreeNode> readAll(Collection<String> paths) {
        Map<String, TreeNode> found = new LinkedHashMap<>();
        locked(() -> {
            demandConnection();
            paths.forEach(path -> store.get(path).ifPresent(node -> found.put(path, node)));
        });
        return found;
    }

    @Override
    public List<String> children(String path) {
        List<String> names = new ArrayList<>();
        locked(() -> {
            demandConnection();
            names.addAll(store.children(path));
        });
        return names;
    }

    @Override
    public LiveTree liveTree() {
        InMemoryLiveTree tree = new InMemoryLiveTree(this::unlock);
        locked(() -> {
            trees.add(tree);
            if (disconnected == null) {
                deliver(tree, new TreeEvent.Loaded(store.all()));
            }
        });
        return tree;
    }

    @Override
    public void close() {
        locked(trees::clear);
    }

    /** Creates the node with its parents, or sets its value, as a hand on {@code zkCli} would. */
    public void put(String path, String text) {
        locked(() -> {
            putWithParents(path.substring(0, path.lastIndexOf('/')));
            announce(store.put(path, text));
        });
    }

    private void putWithParents(String path) {
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            putIfAbsent(path.substring(0, slash));
        }
        putIfAbsent(path);
    }

    private void putIfAbsent(String path) {
        if (!path.isEmpty() && store.get(path).isEmpty()) {
            announce(store.put(path, ""));
        }
    }

    /** Creates or sets the node with a value in its text form. */
    public <T> void put(String path, Codec<T> codec, T value) {
        put(path, codec.write(value));
    }

    /** Deletes the node with all below it. */
    public void remove(String path) {
        locked(() -> store.removeTree(path).forEach(gone -> announceAll(new TreeEvent.Removed(gone))));
    }

    /** Returns the value of a node, or null if there is none. */
    public String text(String path) {
        String[] text = new String[1];
        locked(() -> text[0] = store.get(path).map(TreeNode::text).orElse(null));
        return text[0];
    }

    /** Returns all nodes by path, the empty containers included. */
    public Map<String, TreeNode> snapshot() {
        Map<String, TreeNode> all = new LinkedHashMap<>();
        locked(() -> all.putAll(store.all()));
        return all;
    }

    /** Returns every transaction handed in so far, refused ones included. */
    public List<Transaction> submitted() {
        List<Transaction> copy = new ArrayList<>();
        locked(() -> copy.addAll(submitted));
        return copy;
    }

    /** Takes the lead: counts the epoch up and deposes every epoch given out before. */
    public Epoch lead(String leaderInfo) {
        int[] version = new int[1];
        locked(() -> {
            TreeNode epoch = store.put(RegistryPaths.EPOCH, leaderInfo);
            announce(epoch);
            version[0] = epoch.version();
        });
        return new InMemoryEpoch(this, version[0]);
    }

    /** The next transaction is not applied and gets this result. */
    public void answerNext(TransactionResult result) {
        locked(() -> injections.add(new Injection(() -> { }, result, false)));
    }

    /** The next transaction is applied, but its submitter hears that nobody knows. */
    public void loseAnswerOfNext() {
        locked(() -> injections.add(
                new Injection(() -> { }, new TransactionResult.Unknown("connection lost after sending"), true)));
    }

    /** Does this just before the next transaction is applied, so that it meets a tree it did not expect. */
    public void beforeNext(Runnable meanwhile) {
        locked(() -> injections.add(new Injection(meanwhile, null, true)));
    }

    /** Takes back what was to happen to the next transaction and has not happened, since there was none. */
    public void forgetInjections() {
        locked(injections::clear);
    }

    /** ZooKeeper is out of reach until {@link #reconnect()}: live trees are stale, reads and writes fail. */
    public void disconnect(String cause) {
        locked(() -> {
            disconnected = cause;
            announceAll(new TreeEvent.Stale(Instant.now(), cause));
        });
    }

    /** ZooKeeper is back: every live tree is loaded afresh. */
    public void reconnect() {
        locked(() -> {
            disconnected = null;
            announceAll(new TreeEvent.Loaded(store.all()));
        });
    }

    private TransactionResult answer(Transaction transaction) {
        submitted.add(transaction);
        if (disconnected != null) {
            return new TransactionResult.Unknown(disconnected);
        }
        Injection injection = injections.poll();
        if (injection == null) {
            return apply(transaction);
        }
        injection.meanwhile().run();
        if (disconnected != null) {
            return new TransactionResult.Unknown(disconnected);
        }
        TransactionResult applied = injection.applied() ? apply(transaction) : injection.result();
        return injection.result() == null ? applied : injection.result();
    }

    private TransactionResult apply(Transaction transaction) {
        List<TreeEvent> events = new ArrayList<>();
        TransactionResult result = store.apply(transaction, events);
        events.forEach(this::announceAll);
        return result;
    }

    private void announce(TreeNode node) {
        announceAll(new TreeEvent.Put(node));
    }

    private void announceAll(TreeEvent event) {
        trees.forEach(tree -> deliver(tree, event));
    }

    private void deliver(InMemoryLiveTree tree, TreeEvent event) {
        deliveries.add(() -> tree.hear(event));
    }

    private void demandConnection() {
        if (disconnected != null) {
            throw new RegistryUnavailableException(disconnected, null);
        }
    }

    private void unlock(Runnable work) {
        locked(work);
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
            deliverAll();
        } finally {
            lock.unlock();
        }
    }

    private void deliverAll() {
        if (delivering) {
            return;
        }
        delivering = true;
        try {
            for (Runnable next = deliveries.poll(); next != null; next = deliveries.poll()) {
                next.run();
            }
        } finally {
            delivering = false;
        }
    }

    private record Injection(Runnable meanwhile, TransactionResult result, boolean applied) { }
}
