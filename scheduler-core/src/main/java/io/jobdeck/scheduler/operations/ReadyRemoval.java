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
final class ReadyRemoval implements Plan {

    private final Sight sight;
    private final String job;
    private final OptionalInt wanted;
    private int planned;
    private boolean inDoubt;
    private boolean leftSome;

    /** Takes how many runs are to go at most; empty for all. */
    ReadyRemoval(Sight sight, String job, OptionalInt wanted) {
        this.sight = sight;
        this.job = job;
        this.wanted = wanted;
    }

    @Override
    public Optional<Transaction> next() {
        Nodes nodes = sight.read(configJob(job), ready(job));
        List<String> oneOffs = wanted.isPresent() ? List.of() : nodes.belongings().runs(job);
        demandTransient(nodes, oneOffs);
        int removed = removeCounted(nodes);
        int room = Math.min(oneOffs.size(), Nodes.MANY);
        nodes.deleteListed(oneOffs.subList(0, room));
        leftSome = room < oneOffs.size();
        Optional<Transaction> transaction = nodes.transaction();
        if (transaction.isPresent() || !inDoubt) {
            planned = removed + room;
        }
        return transaction;
    }

    private void demandTransient(Nodes nodes, List<String> oneOffs) {
        if (!nodes.has(configJob(job)) && !nodes.has(ready(job)) && oneOffs.isEmpty()) {
            throw JobOperations.unknownJob(job);
        }
        boolean daemon = nodes.get(configJob(job)).flatMap(StoredJobs::parse).filter(JobConfig::isDaemon).isPresent();
        if (daemon) {
            throw OperationException.conflict(("Job '%s' is a daemon: its entry in the ready queue only says that its tasks"
                    + " are to be started, and would come back. Disable the job to keep it from starting.").formatted(job));
        }
    }

    private int removeCounted(Nodes nodes) {
        Optional<TreeNode> node = nodes.get(ready(job));
        if (node.isEmpty()) {
            return 0;
        }
        int count = ReadyCount.parse(node.get().text());
        int removed = Math.min(count, wanted.orElse(count));
        if (removed == count) {
            nodes.deleteUnchanged(ready(job));
        } else {
            nodes.put(ready(job), Integer.toString(count - removed));
        }
        return removed;
    }

    /** Returns how many runs the last transaction took out. */
    int removed() {
        return planned;
    }

    /** Returns whether there were more than one transaction could take out. */
    boolean hasLeftSome() {
        return leftSome;
    }

    @Override
    public Verdict afterUnknown(Transaction tried) {
        inDoubt = true;
        return wanted.isEmpty() || LostAnswer.isUntouched(sight, tried, ready(job)) ? Verdict.DO_AGAIN : Verdict.CANNOT_TELL;
    }

    @Override
    public String outcome() {
        return "runs of job '%s' were taken out of the ready queue".formatted(job);
    }

    @Override
    public String howToFindOut() {
        return "Look at the ready queue before you do it again.";
    }
}
