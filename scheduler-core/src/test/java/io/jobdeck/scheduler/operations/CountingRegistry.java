package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TransactionResult;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry in memory that counts its requests to read. */
final class CountingRegistry implements Registry {

    final AtomicInteger reads = new AtomicInteger();
    private final InMemoryRegistry registry;

    CountingRegistry(InMemoryRegistry registry) {
        this.registry = registry;
    }

    @Override
    public TransactionResult commit(Transaction transaction) {
        return registry.commit(transaction);
    }

    @Override
    public CompletableFuture<TransactionResult> submit(Transaction transaction) {
        return registry.submit(transaction);
    }

    @Override
    public Optional<TreeNode> read(String path) {
        reads.incrementAndGet();
        return registry.read(path);
    }

    @Override
    public Map<String, TreeNode> readAll(Collection<String> paths) {
        reads.incrementAndGet();
        return registry.readAll(paths);
    }

    @Override
    public List<String> children(String path) {
        reads.incrementAndGet();
        return registry.children(path);
    }

    @Override
    public LiveTree liveTree() {
        return registry.liveTree();
    }

    @Override
    public void close() {
        registry.close();
    }
}
