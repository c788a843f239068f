package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Nodes seen together, and the changes that bring them from what was seen to what is wanted. */
final class Nodes {

    /** Changes after which queue entries are left to a later transaction, since one must stay below 1 MiB. */
    static final int MANY = 1000;

    private final Map<String, TreeNode> seen;
    private final Belongings belongings;
    private final List<Change> changes = new ArrayList<>();
    private boolean leftSome;

    Nodes(Map<String, TreeNode> seen, Belongings belongings) {
        this.seen = seen;
        this.belongings = belongings;
    }

    Optional<TreeNode> get(String path) {
        return Optional.ofNullable(seen.get(path));
    }

    boolean has(String path) {
        return seen.containsKey(path);
    }

    Belongings belongings() {
        return belongings;
    }

    /** Demands that the node has not changed since it was seen. */
    void check(String path) {
        changes.add(new Change.Check(path, seen.get(path).version()));
    }

    /** Demands that the node is there. */
    void demand(String path) {
        changes.add(new Change.Check(path));
    }

    /** Sets the node to the value it has, so that whatever was decided by its present version is decided anew. */
    void touch(String path) {
        get(path).ifPresent(node -> changes.add(new Change.Set(path, node.text(), node.version())));
    }

    /** Creates the node, or sets it if it was there with another value and has not changed since. */
    void put(String path, String text) {
        TreeNode node = seen.get(path);
        if (node == null) {
            create(path, text);
        } else if (!node.text().equals(text)) {
            changes.add(new Change.Set(path, text, node.version()));
        }
    }

    /** Sets a node that was read apart from the others, if it has not changed since. */
    void set(TreeNode node, String text) {
        changes.add(new Change.Set(node.path(), text, node.version()));
    }

    /** Creates a node that must not be there. */
    void create(String path, String text) {
        changes.add(new Change.Create(path, text));
    }

    /** Returns the value that a node has after the changes so far; empty if it does not exist then. */
    String textAfter(String path) {
        String text = get(path).map(TreeNode::text).orElse("");
        for (Change change : changes) {
            if (change.path().equals(path)) {
                text = change instanceof Change.Create create ? create.text()
                        : change instanceof Change.Set set ? set.text()
                        : change instanceof Change.Delete ? "" : text;
            }
        }
        return text;
    }

    /** Deletes the nodes that were there, whatever their values are by then. */
    void delete(String... paths) {
        for (String path : paths) {
            if (seen.containsKey(path)) {
                changes.add(new Change.Delete(path));
            }
        }
    }

    /** Deletes a node that was there, if it has not changed since. */
    void deleteUnchanged(String path) {
        changes.add(new Change.Delete(path, seen.get(path).version()));
    }

    /** Deletes nodes that were listed, as far as one transaction goes, and returns how many. */
    int deleteListed(List<String> paths) {
        int deleted = Math.min(paths.size(), Math.max(0, MANY - changes.size()));
        paths.subList(0, deleted).forEach(path -> changes.add(new Change.Delete(path)));
        leftSome |= deleted < paths.size();
        return deleted;
    }

    /** Deletes all that waits to be run for the job, and what was counted for that, as far as one transaction goes. */
    void deleteBacklog(String job) {
        if (changes.size() < MANY) {
            delete(RegistryPaths.ready(job));
        } else {
            leftSome |= has(RegistryPaths.ready(job));
        }
        deleteBesideReady(job);
    }

    /** Deletes what waits beside the entry in the ready queue: one-off runs, and the failover queue with its counts. */
    void deleteBesideReady(String job) {
        deleteListed(belongings.runs(job));
        deleteFailover(job, entry -> true);
        deleteAttempts(job, entry -> true);
    }

    /** Returns the names of the job's nodes in the failover queue. */
    List<String> failoverEntries(String job) {
        return has(RegistryPaths.failover(job)) ? belongings.failover(job).stream().map(Nodes::name).toList() : List.of();
    }

    /** Deletes the failover entries whose node names are chosen, and their parent with the last, as far as it goes. */
    void deleteFailover(String job, Predicate<String> chosen) {
        String parent = RegistryPaths.failover(job);
        if (!has(parent)) {
            return;
        }
        List<String> children = belongings.failover(job);
        List<String> unwanted = children.stream().filter(path -> chosen.test(name(path))).toList();
        boolean fits = changes.size() + unwanted.size() < MANY;
        deleteListed(unwanted);
        if (fits && unwanted.size() == children.size()) {
            changes.add(new Change.Delete(parent));
        } else {
            leftSome |= !fits;
        }
    }

    /** Deletes the counts of failures of the items whose node names are chosen, as far as one transaction goes. */
    void deleteAttempts(String job, Predicate<String> chosen) {
        deleteListed(belongings.attempts(job).stream().filter(path -> chosen.test(name(path))).toList());
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Says that something is left to a later transaction. */
    void leaveSome() {
        leftSome = true;
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

    /** Returns the changes as a transaction even if they only check that nothing has changed. */
    Transaction transactionOrCheck() {
        return new Transaction(changes);
    }
}
