package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.Optional;

/** What a node tells of a transaction whose answer was lost. */
final class LostAnswer {

    private LostAnswer() {
    }

    /** Returns whether the node still has the version at which the transaction was to change it, so that it did not happen. */
    static boolean isUntouched(Sight sight, Transaction tried, String path) {
        Optional<TreeNode> node = sight.find(path);
        return tried.changes().stream().filter(change -> change.path().equals(path)).anyMatch(change -> {
            int version = demanded(change);
            return version != Change.ANY_VERSION && node.filter(now -> now.version() == version).isPresent();
        });
    }

    private static int demanded(Change change) {
        if (change instanceof Change.Set set) {
            return set.version();
        }
        return change instanceof Change.Delete delete ? delete.version() : Change.ANY_VERSION;
    }
}
