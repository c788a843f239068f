package io.jobdeck.scheduler.registry;

import java.util.List;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.OpResult;

/**
 * The server's answer to a multi.
 *
 * @param code OK, or the first error of any of the operations, or why there is no answer
 * @param results result of each operation; empty if there is no answer, so that nobody knows what happened
 */
record Reply(Code code, List<OpResult> results) {

    static Reply of(int code, List<OpResult> results) {
        return new Reply(Code.get(code), results == null ? List.of() : results);
    }

    boolean answered() {
        return !results.isEmpty();
    }
}
