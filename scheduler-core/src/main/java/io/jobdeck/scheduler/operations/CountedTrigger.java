package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.ready;

import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.Optional;

/**
 * A run that is only counted, under the misfire rule of spec section 5.3 or whatever is waiting. Every count is a versioned
 * write, so that none is lost (section 14.7).
 */
final class CountedTrigger implements TriggerKind {

    private final Sight sight;
    private final QueueLimit limit;
    private final String job;
    private final boolean adds;

    CountedTrigger(Sight sight, QueueLimit limit, JobConfig config, TriggerOptions options) {
        this.sight = sight;
        this.limit = limit;
        this.job = config.jobName();
        this.adds = config.misfire() || options.addRun();
    }

    @Override
    public void request(Nodes nodes, JobConfig config) {
        Optional<TreeNode> queued = nodes.get(ready(job));
        if (queued.isEmpty()) {
            limit.reserve(ready(job));
            nodes.create(ready(job), "1");
        } else if (adds) {
            nodes.put(ready(job), ReadyCount.oneMore(queued.get().text()));
        } else {
            // It must still be waiting when the trigger is answered, or its run may have begun before the trigger came.
            nodes.check(ready(job));
        }
    }

    @Override
    public Plan.Verdict afterUnknown(Transaction tried) {
        Change change = tried.changes().get(tried.changes().size() - 1);
        if (change instanceof Change.Check) {
            return Plan.Verdict.DO_AGAIN;
        }
        if (LostAnswer.isUntouched(sight, tried, ready(job))) {
            return Plan.Verdict.DO_AGAIN;
        }
        // Where runs are not counted up, any that waits is as good as the one asked for; else it may be another's.
        return !adds && sight.find(ready(job)).isPresent() ? Plan.Verdict.HAPPENED : Plan.Verdict.CANNOT_TELL;
    }

    @Override
    public String outcome() {
        return "a run of job '%s' was queued".formatted(job);
    }
}
