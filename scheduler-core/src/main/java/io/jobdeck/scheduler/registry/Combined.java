package io.jobdeck.scheduler.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.OpResult;

/**
 * The operations of several transactions in one multi. A check that stands in many of them, as that of the leader's epoch
 * does, is sent once, unless one of them writes the node that it is about: the multi is taken as a whole, so once is as
 * good as often.
 *
 * @param operations what is sent
 * @param positions for each operation of each transaction, in order, where it stands in what is sent
 */
record Combined(List<Op> operations, List<Integer> positions) {

    static Combined of(List<PendingTransaction> batch) {
        Set<String> written = writtenBy(batch);
        Map<Change, Integer> checks = new HashMap<>();
        List<Op> operations = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (PendingTransaction pending : batch) {
            List<Change> changes = pending.transaction().changes();
            for (int i = 0; i < pending.operations().size(); i++) {
                boolean shared = batch.size() > 1 && !changes.isEmpty() && changes.get(i) instanceof Change.Check check
                        && !written.contains(check.path());
                Integer before = shared ? checks.putIfAbsent(changes.get(i), operations.size()) : null;
                positions.add(before == null ? operations.size() : before);
                if (before == null) {
                    operations.add(pending.operations().get(i));
                }
            }
        }
        return new Combined(operations, positions);
    }

    private static Set<String> writtenBy(List<PendingTransaction> batch) {
        Set<String> written = new HashSet<>();
        batch.forEach(pending -> pending.transaction().changes().stream()
                .filter(change -> !(change instanceof Change.Check))
                .forEach(change -> written.add(change.path())));
        return written;
    }

    /** Returns a reply with a result for each operation of each transaction; one that refuses stays as it is. */
    Reply expand(Reply reply) {
        if (reply.code() != Code.OK || positions.size() == operations.size()) {
            return reply;
        }
        List<OpResult> results = positions.stream().map(reply.results()::get).toList();
        return new Reply(reply.code(), results);
    }
}
