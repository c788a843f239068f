package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.ready;

import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes runs out of the ready queue: some of those that are only counted, or all, one-off runs included. */
final class ReadyRemoval extends QueueRemoval {

    private final OptionalInt wanted;

    /** Takes how many runs are to go at most; empty for all. */
    ReadyRemoval(Sight sight, String job, OptionalInt wanted) {
        super(sight, job, ready(job));
        this.wanted = wanted;
    }

    @Override
    int take(Nodes nodes) {
        List<String> oneOffs = wanted.isPresent() ? List.of() : nodes.belongings().runs(job());
        demandTransient(nodes, oneOffs);
        return takeCounted(nodes) + nodes.deleteListed(oneOffs);
    }

    private void demandTransient(Nodes nodes, List<String> oneOffs) {
        if (!nodes.has(configJob(job())) && !nodes.has(ready(job())) && oneOffs.isEmpty()) {
            throw JobOperations.unknownJob(job());
        }
        boolean daemon = nodes.get(configJob(job())).flatMap(StoredJobs::parse).filter(JobConfig::isDaemon).isPresent();
        if (daemon) {
            throw OperationException.conflict(("Job '%s' is a daemon: its entry in the ready queue only says that its tasks"
                    + " are to be started, and would come back. Disable the job to keep it from starting.").formatted(job()));
        }
    }

    private int takeCounted(Nodes nodes) {
        Optional<TreeNode> node = nodes.get(ready(job()));
        if (node.isEmpty()) {
            return 0;
        }
        int count = ReadyCount.parse(node.get().text());
        int taken = Math.min(count, wanted.orElse(count));
        if (taken == count) {
            nodes.deleteUnchanged(ready(job()));
        } else {
            nodes.put(ready(job()), Integer.toString(count - taken));
        }
        return taken;
    }

    @Override
    public Verdict afterUnknown(Transaction tried) {
        boolean repeatable = wanted.isEmpty() || LostAnswer.isUntouched(sight(), tried, ready(job()));
        return repeatable ? super.afterUnknown(tried) : Verdict.CANNOT_TELL;
    }

    @Override
    public String outcome() {
        return "runs of job '%s' were taken out of the ready queue".formatted(job());
    }

    @Override
    public String howToFindOut() {
        return "Look at the ready queue before you do it again.";
    }
}
