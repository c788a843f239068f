package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Nodes read together, and the changes that bring them from what was read to what is wanted. */
final class Nodes {

    /** Changes after which queue entries are left to a later transaction, since one must stay below 1 MiB. */
    static final int MANY = 1000;

    private final Registry registry;
    private final Map<String, TreeNode> read;
    private final List<Change> changes = new ArrayList<>();
    private boolean leftSome;

    private Nodes(Registry registry, Map<String, TreeNode> read) {
        this.registry = registry;
        this.read = read;
    }

    static Nodes read(Registry registry, String... paths) {
        return read(registry, Arrays.asList(paths));
    }

    static Nodes read(Registry registry, Collection<String> paths) {
        return new Nodes(registry, registry.readAll(paths));
    }

    Optional<TreeNode> get(String path) {
        return Optional.ofNullable(read.get(path));
    }

    boolean has(String path) {
        return read.containsKey(path);
    }

    /** Demands that the node has not changed since it was read. */
    void check(String path) {
        changes.add(new Change.Check(path, read.get(path).version()));
    }

    /** Demands that the node is there. */
    void demand(String path) {
        changes.add(new Change.Check(path));
    }

    /** Creates the node, or sets it if it was there with another value and has not changed since. */
    void put(String path, String text) {
        TreeNode node = read.get(path);
        if (node == null) {
            changes.add(new Change.Create(path, text));
        } else if (!node.text().equals(text)) {
            changes.add(new Change.Set(path, text, node.version()));
        }
    }

    /** Deletes the nodes that were there, whatever their values are by then. */
    void delete(String... paths) {
        for (String path : paths) {
            if (read.containsKey(path)) {
                changes.add(new Change.Delete(path));
            }
        }
    }

    /** Deletes the job's entry in the ready queue and all in the failover queue, as far as one transaction goes. */
    void deleteQueues(String job) {
        if (isFull()) {
            leftSome |= has(RegistryPaths.ready(job)) || has(RegistryPaths.failover(job));
            return;
        }
        delete(RegistryPaths.ready(job));
        deleteFailover(job, entry -> true);
    }

    /** Deletes the failover entries whose node names are chosen, and their parent with the last, as far as it goes. */
    void deleteFailover(String job, Predicate<String> chosen) {
        String parent = RegistryPaths.failover(job);
        if (!has(parent)) {
            return;
        }
        List<String> children = registry.children(parent);
        List<String> unwanted = children.stream().filter(chosen).toList();
        int room = Math.max(0, MANY - changes.size());
        unwanted.stream().limit(room).forEach(entry -> changes.add(new Change.Delete(parent + "/" + entry)));
        if (unwanted.size() > room) {
            leftSome = true;
        } else if (unwanted.size() == children.size()) {
            changes.add(new Change.Delete(parent));
        }
    }

    boolean isFull() {
        return changes.size() >= MANY;
    }

    /** Returns whether queue entries are left to later transactions. */
    boolean hasLeftSome() {
        return leftSome;
    }

    /** Returns the changes as a transaction, empty if there are none but checks. */
    Optional<Transaction> transaction() {
        boolean changing = changes.stream().anyMatch(change -> !(change instanceof Change.Check));
        return changing ? Optional.of(new Transaction(changes)) : Optional.empty();
    }
}
