package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Instant;
import java.util.Optional;

/** Finds a run by its id wherever the registry may tell of it. */
final class StoredRuns {

    /** What the registry tells of a run. */
    enum Trace {
        FOUND,
        /** It was never asked for. */
        ABSENT,
        /** Another run of the job has ended since, whose result may have taken the place of this one's. */
        MAY_BE_FORGOTTEN
    }

    private final Sight sight;

    StoredRuns(Sight sight) {
        this.sight = sight;
    }

    /** Looks first where a run waits, then where it goes on, then where it ends, so that it cannot slip by. */
    Trace find(String job, String runId, Instant askedAt) {
        boolean waits = sight.find(RegistryPaths.run(job, runId)).isPresent();
        if (waits || new StoredTasks(sight).of(job).stream().anyMatch(task -> task.runId().equals(runId))) {
            return Trace.FOUND;
        }
        Optional<RunResult> newest = sight.find(RegistryPaths.jobStatus(job)).flatMap(StoredRuns::result);
        if (newest.filter(result -> result.runId().equals(runId)).isPresent()) {
            return Trace.FOUND;
        }
        boolean overtaken = newest.filter(result -> !result.at().isBefore(askedAt)).isPresent();
        return overtaken ? Trace.MAY_BE_FORGOTTEN : Trace.ABSENT;
    }

    private static Optional<RunResult> result(TreeNode node) {
        try {
            return node.text().isEmpty() ? Optional.empty() : Optional.of(Codecs.RUN_RESULT.read(node.text()));
        } catch (MalformedTextException e) {
            return Optional.empty();
        }
    }
}
