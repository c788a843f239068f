package io.jobdeck.scheduler.registry;

import io.jobdeck.scheduler.registry.TransactionResult.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Nodes with versions and all-or-nothing transactions; not safe for several threads. */
final class InMemoryNodes {

    private final NavigableMap<String, TreeNode> nodes = new TreeMap<>();

    Optional<TreeNode> get(String path) {
        return Optional.ofNullable(nodes.get(path));
    }

    Map<String, TreeNode> all() {
        return new LinkedHashMap<>(nodes);
    }

    TreeNode put(String path, String text) {
        TreeNode before = nodes.get(path);
        TreeNode node = new TreeNode(path, text, before == null ? 0 : before.version() + 1);
        nodes.put(path, node);
        return node;
    }

    List<String> children(String path) {
        String prefix = path + "/";
        return below(path).stream()
                .map(child -> child.substring(prefix.length()))
                .filter(name -> name.indexOf('/') < 0)
                .toList();
    }

    /** Deletes the node and all below it, children first, and returns their paths in that order. */
    List<String> removeTree(String path) {
        List<String> gone = new ArrayList<>(below(path));
        gone.add(0, path);
        Collections.reverse(gone);
        gone.removeIf(node -> nodes.remove(node) == null);
        return gone;
    }

    private List<String> below(String path) {
        String prefix = path + "/";
        return List.copyOf(nodes.subMap(prefix, prefix + Character.MAX_VALUE).keySet());
    }

    /** Applies all changes and adds what happened to {@code events}, or applies none. */
    TransactionResult apply(Transaction transaction, List<TreeEvent> events) {
        Deque<Runnable> undo = new ArrayDeque<>();
        List<TreeEvent> happened = new ArrayList<>();
        List<Integer> versions = new ArrayList<>();
        List<Change> changes = transaction.changes();
        for (int index = 0; index < changes.size(); index++) {
            Change change = changes.get(index);
            Optional<Reason> obstacle = obstacle(change);
            if (obstacle.isPresent()) {
                undo.forEach(Runnable::run);
                return new TransactionResult.Refused(index, change, obstacle.get());
            }
            undo.push(restore(change.path()));
            versions.add(apply(change, happened));
        }
        events.addAll(happened);
        return new TransactionResult.Committed(versions);
    }

    private Runnable restore(String path) {
        TreeNode before = nodes.get(path);
        return before == null ? () -> nodes.remove(path) : () -> nodes.put(path, before);
    }

    private Optional<Reason> obstacle(Change change) {
        if (change instanceof Change.Create create) {
            return obstacleToCreate(create.path());
        }
        TreeNode node = nodes.get(change.path());
        if (node == null) {
            return Optional.of(Reason.NO_NODE);
        }
        int version = demandedVersion(change);
        if (version != Change.ANY_VERSION && version != node.version()) {
            return Optional.of(Reason.BAD_VERSION);
        }
        boolean occupied = change instanceof Change.Delete && !below(change.path()).isEmpty();
        return occupied ? Optional.of(Reason.NOT_EMPTY) : Optional.empty();
    }

    private Optional<Reason> obstacleToCreate(String path) {
        if (nodes.containsKey(path)) {
            return Optional.of(Reason.NODE_EXISTS);
        }
        String parent = path.substring(0, path.lastIndexOf('/'));
        boolean orphan = !parent.isEmpty() && !nodes.containsKey(parent);
        return orphan ? Optional.of(Reason.NO_NODE) : Optional.empty();
    }

    private static int demandedVersion(Change change) {
        if (change instanceof Change.Set set) {
            return set.version();
        }
        if (change instanceof Change.Delete delete) {
            return delete.version();
        }
        return change instanceof Change.Check check ? check.version() : Change.ANY_VERSION;
    }

    private int apply(Change change, List<TreeEvent> happened) {
        if (change instanceof Change.Check) {
            return -1;
        }
        if (change instanceof Change.Delete) {
            nodes.remove(change.path());
            happened.add(new TreeEvent.Removed(change.path()));
            return -1;
        }
        String text = change instanceof Change.Create create ? create.text() : ((Change.Set) change).text();
        TreeNode node = put(change.path(), text);
        happened.add(new TreeEvent.Put(node));
        return node.version();
    }
}
