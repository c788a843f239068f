package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import java.util.Optional;

/** Takes one run with a parameter or items of its own out of the queue. */
final class RunRemoval extends RepeatablePlan {

    private final Sight sight;
    private final String job;
    private final String runId;

    RunRemoval(Sight sight, String job, String runId) {
        this.sight = sight;
        this.job = job;
        this.runId = runId;
    }

    @Override
    public Optional<Transaction> next() {
        String path = RegistryPaths.run(job, runId);
        if (sight.find(path).isPresent()) {
            return Optional.of(Transaction.of(new Change.Delete(path)));
        }
        if (mayHaveHappened() && !hasBegun()) {
            return Optional.empty();
        }
        throw OperationException.notFound(("No run %s of job %s waits. It may have been launched; look at the running tasks.")
                .formatted(Problems.quote(runId), Problems.quote(job)));
    }

    private boolean hasBegun() {
        return new StoredTasks(sight).of(job).stream().anyMatch(task -> task.runId().equals(runId));
    }

    @Override
    public String outcome() {
        return "the run of job '%s' was taken out of the queue".formatted(job);
    }
}
