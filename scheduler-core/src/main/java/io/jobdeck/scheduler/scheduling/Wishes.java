package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.TaskId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What somebody has asked for of one job and has not got yet, as it stands in the registry. */
final class Wishes {

    /** Runs by their id; empty for one that cannot be read. */
    final Map<String, Optional<OneOffRun>> runs = new HashMap<>();
    /** Tasks that are to be killed. */
    final Set<TaskId> kills = new LinkedHashSet<>();
    /** The firing asked of a daemon; null if none is. */
    Trigger trigger;

    /**
     * A firing asked of a daemon.
     *
     * @param wanted empty if it cannot be read
     * @param version version of the node
     */
    record Trigger(Optional<DaemonTrigger> wanted, int version) {

        /** Returns whether the other, which may be null, is the same request at another time. */
        boolean isSameAs(Trigger other) {
            return other != null && id().equals(other.id());
        }

        private Optional<String> id() {
            return wanted.map(DaemonTrigger::triggerId);
        }
    }

    /** Returns the rest of a run that has begun, or else the run that was asked for first. */
    Optional<OneOffRun> nextRun() {
        return runs.values().stream().flatMap(Optional::stream)
                .min(Comparator.comparing((OneOffRun run) -> !run.hasBegun()).thenComparing(OneOffRun::at).thenComparing(OneOffRun::runId));
    }

    boolean isEmpty() {
        return runs.isEmpty() && kills.isEmpty() && trigger == null;
    }
}
