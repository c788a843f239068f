package io.jobdeck.scheduler.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registry in ZooKeeper, seen inside one namespace. All reads and writes go through one session, so results and
 * {@link LiveTree} events arrive in the order in which the server dealt with them.
 */
public interface Registry extends TransactionWriter, AutoCloseable {

    /**
     * Like {@link #submit}, waiting for the result.
     *
     * @throws RegistryUnavailableException if no result came in time; nobody knows then whether it happened
     */
    TransactionResult commit(Transaction transaction);

    /**
     * Reads one node.
     *
     * @return empty only if the node is known not to exist
     * @throws RegistryUnavailableException if it could not be found out
     */
    Optional<TreeNode> read(String path);

    /**
     * Reads the nodes that exist among those named, in few requests.
     *
     * @throws RegistryUnavailableException if it could not be found out
     */
    Map<String, TreeNode> readAll(Collection<String> paths);

    /**
     * Returns the names of the children, none if the node does not exist.
     *
     * @throws RegistryUnavailableException if it could not be found out
     */
    List<String> children(String path);

    /** Starts a live copy of the whole namespace. */
    LiveTree liveTree();

    @Override
    void close();
}
