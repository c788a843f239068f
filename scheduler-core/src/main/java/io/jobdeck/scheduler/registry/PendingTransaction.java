package io.jobdeck.scheduler.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.common.PathUtils;
import org.apache.zookeeper.data.ACL;

/**
 * A transaction on its way.
 *
 * @param transaction what was asked for
 * @param operations the same for ZooKeeper
 * @param bytes about how many bytes it takes in a request
 * @param result what its submitter waits for
 */
record PendingTransaction(Transaction transaction, List<Op> operations, int bytes,
        CompletableFuture<TransactionResult> result) {

    /** The servers' default for {@code jute.maxbuffer}, less what the request itself needs. */
    static final int LARGEST = (1 << 20) - 4096;
    private static final int OPERATION_OVERHEAD = 96;

    /**
     * Translates a transaction.
     *
     * @throws IllegalArgumentException if a path is malformed or the whole too large for ZooKeeper to take
     */
    static PendingTransaction of(Transaction transaction, Namespace namespace, List<ACL> acl) {
        transaction.changes().forEach(change -> PathUtils.validatePath(change.path()));
        List<Op> operations = transaction.changes().isEmpty()
                ? List.of(Op.check(namespace.root(), Change.ANY_VERSION))
                : transaction.changes().stream().map(change -> operation(change, namespace, acl)).toList();
        int bytes = transaction.changes().stream().mapToInt(PendingTransaction::size).sum();
        if (bytes > LARGEST) {
            throw new IllegalArgumentException(
                    "A transaction of " + bytes + " bytes is more than the " + LARGEST + " that ZooKeeper takes");
        }
        return new PendingTransaction(transaction, operations, bytes, new CompletableFuture<>());
    }

    private static Op operation(Change change, Namespace namespace, List<ACL> acl) {
        String path = namespace.absolute(change.path());
        if (change instanceof Change.Create create) {
            return Op.create(path, bytes(create.text()), acl, CreateMode.PERSISTENT);
        }
        if (change instanceof Change.Set set) {
            return Op.setData(path, bytes(set.text()), set.version());
        }
        if (change instanceof Change.Delete delete) {
            return Op.delete(path, delete.version());
        }
        return Op.check(path, ((Change.Check) change).version());
    }

    private static int size(Change change) {
        int text = 0;
        if (change instanceof Change.Create create) {
            text = bytes(create.text()).length;
        } else if (change instanceof Change.Set set) {
            text = bytes(set.text()).length;
        }
        return OPERATION_OVERHEAD + bytes(change.path()).length + text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
