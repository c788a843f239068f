package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.failover;
import static io.jobdeck.scheduler.registry.RegistryPaths.ready;
import static io.jobdeck.scheduler.registry.RegistryPaths.trigger;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Brings a job's queues in line with its new config, as far as the change asks for it: no backlog where misfire was switched
 * off, nothing of the other execution type, nothing of items that are gone.
 */
final class QueueAlignment {

    /** A run may hold a long parameter, and a transaction must stay below 1 MiB with the config in it. */
    private static final int RUNS_AT_ONCE = 4;

    private final Sight sight;
    private final Optional<JobConfig> before;
    private final JobConfig after;
    private final String job;

    /** Takes the config before, empty if it could not be read, and after. */
    QueueAlignment(Sight sight, Optional<JobConfig> before, JobConfig after) {
        this.sight = sight;
        this.before = before;
        this.after = after;
        this.job = after.jobName();
    }

    /** Returns what must be read of the job before its queues can be brought in line. */
    static List<String> paths(String job) {
        return List.of(ready(job), failover(job), trigger(job));
    }

    void apply(Nodes nodes, boolean enabled) {
        if (changesKind()) {
            dropAll(nodes, enabled);
            return;
        }
        boolean misfireSwitchedOff = before.filter(JobConfig::misfire).isPresent() && !after.misfire();
        if (after.isTransient() && misfireSwitchedOff && nodes.has(ready(job))) {
            nodes.put(ready(job), "1");
        }
        if (losesItems()) {
            dropItems(nodes);
        }
    }

    private boolean changesKind() {
        return before.map(old -> old.executionType() != after.executionType()).orElse(after.isDaemon());
    }

    private boolean losesItems() {
        return before.map(old -> old.shardingTotalCount() > after.shardingTotalCount()).orElse(true);
    }

    private void dropAll(Nodes nodes, boolean enabled) {
        boolean queued = after.isDaemon() && enabled;
        if (queued) {
            nodes.put(ready(job), "1");
        } else {
            nodes.delete(ready(job));
        }
        nodes.delete(trigger(job));
        nodes.deleteBesideReady(job);
    }

    private void dropItems(Nodes nodes) {
        nodes.deleteFailover(job, this::isGone);
        nodes.deleteAttempts(job, this::isGone);
        nodes.get(trigger(job)).ifPresent(node -> DaemonFiring.read(node).ifPresent(pending -> shorten(nodes, pending)));
        List<String> runs = nodes.belongings().runs(job);
        if (!runs.isEmpty()) {
            List<TreeNode> outdated = sight.findAll(runs).values().stream().filter(this::namesGoneItems).toList();
            outdated.stream().limit(RUNS_AT_ONCE).forEach(run -> shorten(nodes, run));
            if (outdated.size() > RUNS_AT_ONCE) {
                nodes.leaveSome();
            }
        }
    }

    private boolean namesGoneItems(TreeNode node) {
        return run(node).filter(run -> !run.items().isEmpty() && run.items().last() >= after.shardingTotalCount()).isPresent();
    }

    private void shorten(Nodes nodes, DaemonTrigger pending) {
        SortedSet<Integer> left = pending.items().headSet(after.shardingTotalCount());
        if (left.isEmpty()) {
            nodes.delete(trigger(job));
        } else {
            nodes.put(trigger(job), Codecs.DAEMON_TRIGGER.write(new DaemonTrigger(pending.triggerId(),
                    pending.jobParameter(), left, pending.by(), pending.at())));
        }
    }

    private void shorten(Nodes nodes, TreeNode node) {
        OneOffRun run = run(node).orElseThrow();
        SortedSet<Integer> left = run.items().headSet(after.shardingTotalCount());
        if (left.isEmpty()) {
            nodes.deleteListed(List.of(node.path()));
        } else {
            nodes.set(node, Codecs.ONE_OFF_RUN.write(run.withItems(left)));
        }
    }

    private static Optional<OneOffRun> run(TreeNode node) {
        try {
            return Optional.of(Codecs.ONE_OFF_RUN.read(node.text()));
        } catch (MalformedTextException e) {
            return Optional.empty();
        }
    }

    private boolean isGone(String entry) {
        try {
            return MetaInfo.parse(entry).item() >= after.shardingTotalCount();
        } catch (IllegalArgumentException notOfThisVersion) {
            return false;
        }
    }

    /** Deletes what the update's own transaction had no room for. */
    void applyRest(Nodes nodes) {
        if (changesKind()) {
            nodes.deleteBesideReady(job);
        } else {
            dropItems(nodes);
        }
    }
}
