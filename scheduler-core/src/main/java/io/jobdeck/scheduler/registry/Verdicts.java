package io.jobdeck.scheduler.registry;

import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import io.jobdeck.scheduler.registry.TransactionResult.Reason;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import io.jobdeck.scheduler.registry.TransactionResult.Unknown;
import java.util.ArrayList;
import java.util.List;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.OpResult;

/** Turns what ZooKeeper answers to a multi of changes into a {@link TransactionResult}. */
final class Verdicts {

    private Verdicts() {
    }

    /** Returns what became of a transaction whose changes were applied with these results. */
    static TransactionResult committed(List<Change> changes, List<OpResult> results) {
        List<Integer> versions = new ArrayList<>(changes.size());
        for (int i = 0; i < changes.size(); i++) {
            versions.add(version(changes.get(i), results.get(i)));
        }
        return new Committed(versions);
    }

    /** Returns what became of a transaction that was answered with an error. */
    static TransactionResult failed(List<Change> changes, Reply reply) {
        for (int i = 0; i < reply.results().size(); i++) {
            if (reply.results().get(i) instanceof OpResult.ErrorResult error && error.getErr() != Code.OK.intValue()) {
                return refused(i, changes.get(i), Code.get(error.getErr()));
            }
        }
        return new Unknown("ZooKeeper answered " + reply.code());
    }

    private static int version(Change change, OpResult result) {
        if (result instanceof OpResult.SetDataResult set) {
            return set.getStat().getVersion();
        }
        if (change instanceof Change.Create) {
            return 0;
        }
        return change instanceof Change.Check check ? check.version() : Change.ANY_VERSION;
    }

    private static TransactionResult refused(int index, Change change, Code code) {
        return switch (code) {
            case NODEEXISTS -> new Refused(index, change, Reason.NODE_EXISTS);
            case NONODE -> new Refused(index, change, Reason.NO_NODE);
            case BADVERSION -> new Refused(index, change, Reason.BAD_VERSION);
            case NOTEMPTY -> new Refused(index, change, Reason.NOT_EMPTY);
            case NOAUTH, INVALIDACL, NOCHILDRENFOREPHEMERALS, QUOTAEXCEEDED, BADARGUMENTS ->
                    new Refused(index, change, Reason.NOT_PERMITTED);
            default -> new Unknown("ZooKeeper answered " + code + " to a change of " + change.path());
        };
    }
}
