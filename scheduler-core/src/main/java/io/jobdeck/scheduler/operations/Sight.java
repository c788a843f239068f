package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.Registry;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How operations look at the registry: by reads, or without any in the live tree where there is one in sync. */
final class Sight {

    private final Registry registry;
    private final Optional<TreeIndex> tree;

    Sight(Registry registry, Optional<TreeIndex> tree) {
        this.registry = registry;
        this.tree = tree;
    }

    /** Returns the live tree if it is in sync. */
    Optional<TreeIndex> treeInSync() {
        return tree.filter(TreeIndex::isInSync);
    }

    /** Reads the nodes in one request, whatever the live tree says. */
    Nodes read(String... paths) {
        return read(Arrays.asList(paths));
    }

    Nodes read(Collection<String> paths) {
        return new Nodes(registry.readAll(paths), belongings());
    }

    /** Looks the nodes up in a live tree. */
    Nodes in(TreeIndex index, Collection<String> paths) {
        Map<String, TreeNode> found = new HashMap<>();
        for (String path : paths) {
            TreeNode node = index.nodes().get(path);
            if (node != null) {
                found.put(path, node);
            }
        }
        return new Nodes(found, belongings());
    }

    Optional<TreeNode> find(String path) {
        return registry.read(path);
    }

    Map<String, TreeNode> findAll(Collection<String> paths) {
        return registry.readAll(paths);
    }

    List<String> children(String path) {
        return registry.children(path);
    }

    private Belongings belongings() {
        return new Belongings(registry, treeInSync());
    }
}
