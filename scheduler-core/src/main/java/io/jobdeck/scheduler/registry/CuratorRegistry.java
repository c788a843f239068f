package io.jobdeck.scheduler.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.curator.framework.CuratorFramework;

/**
 * The registry in ZooKeeper 3.6 or newer. Nothing is sent twice: what a broken connection leaves open is answered as
 * {@link TransactionResult.Unknown} or thrown as {@link RegistryUnavailableException}, never taken for absent.
 *
 * <p>Futures are completed and live trees speak on one thread, the event thread. A blocking call on it throws
 * {@link IllegalStateException}. A live tree in sync shows what a transaction of this registry changed, and its listeners
 * have heard of it, before the future of the transaction completes.
 */
public final class CuratorRegistry implements Registry {

    private final Session session;
    private final Namespace namespace;
    private final NodeReader reader;
    private final TransactionPump pump;
    private final List<WatchedTree> trees = new CopyOnWriteArrayList<>();

    private CuratorRegistry(RegistryOptions options) {
        session = new Session(options);
        namespace = Namespace.named(options.namespace());
        reader = new NodeReader(session, namespace);
        pump = new TransactionPump(session, this::deliver,
                transaction -> PendingTransaction.of(transaction, namespace, session.acl()));
    }

    /**
     * Connects, and creates the containers of {@link RegistryPaths} that are missing, if the options say so.
     *
     * @throws RegistryUnavailableException if there is no connection in time, or no such namespace where it may not be
     *     created, or the user may not use it; the message is one line for people
     * @throws IllegalArgumentException if the connect string is malformed
     */
    public static CuratorRegistry connect(RegistryOptions options) {
        ConnectString.check(options.connectString());
        CuratorRegistry registry = new CuratorRegistry(options);
        try {
            registry.open(options);
            return registry;
        } catch (RuntimeException failed) {
            registry.close();
            throw failed;
        }
    }

    private void open(RegistryOptions options) {
        try {
            if (!session.connect()) {
                throw new RegistryUnavailableException("No connection to ZooKeeper at " + options.connectString()
                        + " within " + options.connectTimeout().toSeconds() + " s. Check that the servers run, that"
                        + " host names and ports are right, and that no firewall is in between.", null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException(
                    "Interrupted while connecting to ZooKeeper at " + options.connectString(), interrupted);
        }
        new Layout(this, options).ensure();
    }

    @Override
    public CompletableFuture<TransactionResult> submit(Transaction transaction) {
        return pump.submit(transaction);
    }

    @Override
    public TransactionResult commit(Transaction transaction) {
        return session.await(submit(transaction), "commit");
    }

    @Override
    public Optional<TreeNode> read(String path) {
        return find(path).map(NodeReader.Found::node);
    }

    @Override
    public Map<String, TreeNode> readAll(Collection<String> paths) {
        List<CompletableFuture<List<Optional<NodeReader.Found>>>> answers = NodeReader.batches(paths).stream()
                .map(this::readBatch).toList();
        Map<String, TreeNode> found = new HashMap<>();
        answers.forEach(answer -> session.await(answer, "read " + paths.size() + " nodes")
                .forEach(node -> node.ifPresent(read -> found.put(read.node().path(), read.node()))));
        return found;
    }

    @Override
    public List<String> children(String path) {
        CompletableFuture<List<Optional<List<String>>>> answer = new CompletableFuture<>();
        reader.readChildren(List.of(path), NodeReader.outcome(answer::complete, cause -> fail(answer, cause)));
        return session.await(answer, "read the children of " + path).get(0).orElse(List.of());
    }

    @Override
    public LiveTree liveTree() {
        WatchedTree tree = new WatchedTree(session, namespace, pump::inFlight, trees::remove);
        trees.add(tree);
        tree.start();
        return tree;
    }

    /** Stops live trees, answers what is under way as unknown, and ends the session. Not to be called on the event thread. */
    @Override
    public void close() {
        trees.forEach(WatchedTree::close);
        session.close();
    }

    /** Reads a node with all that the server knows of it. */
    Optional<NodeReader.Found> find(String path) {
        return session.await(readBatch(List.of(path)), "read " + path).get(0);
    }

    /** Returns the id of the current session, which owns the ephemeral nodes made in it. */
    long sessionId() {
        return session.handle().getSessionId();
    }

    CuratorFramework curator() {
        return session.curator();
    }

    Session session() {
        return session;
    }

    private CompletableFuture<List<Optional<NodeReader.Found>>> readBatch(List<String> paths) {
        CompletableFuture<List<Optional<NodeReader.Found>>> answer = new CompletableFuture<>();
        reader.readNodes(paths, NodeReader.outcome(answer::complete, cause -> fail(answer, cause)));
        return answer;
    }

    private static void fail(CompletableFuture<?> answer, String cause) {
        answer.completeExceptionally(new RegistryUnavailableException(cause, null));
    }

    /** Takes a result through one live tree after the other; each may hold it until it has applied what came before. */
    private void deliver(Transaction transaction, TransactionResult result, Runnable complete) {
        Runnable chain = complete;
        for (WatchedTree tree : trees) {
            Runnable next = chain;
            chain = () -> tree.onResult(transaction, result, next);
        }
        chain.run();
    }
}
