package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.appInfo;
import static io.jobdeck.scheduler.registry.RegistryPaths.trigger;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A firing asked of a daemon's tasks. One that is asked for while another is pending takes its place: its id and parameter
 * count, and it concerns the items of both.
 */
final class DaemonFiring implements TriggerKind {

    private final Sight sight;
    private final String job;
    private final DaemonTrigger wanted;

    DaemonFiring(Sight sight, JobConfig config, String id, TriggerOptions options, String by, Instant now) {
        this.sight = sight;
        this.job = config.jobName();
        SortedSet<Integer> items = new TreeSet<>(options.items());
        if (items.isEmpty()) {
            IntStream.range(0, config.shardingTotalCount()).forEach(items::add);
        }
        this.wanted = new DaemonTrigger(id, options.jobParameter(), items, by, now);
    }

    @Override
    public void demandPossible(Nodes nodes, JobConfig config, TriggerOptions options) {
        if (options.addRun()) {
            throw OperationException.invalid(List.of(new FieldProblem("addRun",
                    "must not be set for daemon job '%s': its tasks are always up and fire, nothing is queued."
                            .formatted(job), "false")));
        }
        if (executorOf(nodes, config.appName()) != ExecutorKind.JOBDECK) {
            throw OperationException.conflict(("Daemon job '%s' cannot be triggered: its app '%s' embeds the executor of "
                    + "Elastic-Job-Cloud 2.1.5, which takes no order to fire. Embed Jobdeck's executor in the app and say "
                    + "so by updating it.").formatted(job, config.appName()));
        }
    }

    @Override
    public void request(Nodes nodes, JobConfig config) {
        String path = trigger(job);
        nodes.put(path, Codecs.DAEMON_TRIGGER.write(nodes.get(path).flatMap(DaemonFiring::read)
                .map(pending -> with(pending, config)).orElse(wanted)));
    }

    private DaemonTrigger with(DaemonTrigger pending, JobConfig config) {
        SortedSet<Integer> items = new TreeSet<>(wanted.items());
        items.addAll(pending.items().headSet(config.shardingTotalCount()));
        return new DaemonTrigger(wanted.triggerId(), wanted.jobParameter(), items, wanted.by(), wanted.at());
    }

    private static ExecutorKind executorOf(Nodes nodes, String app) {
        return nodes.get(appInfo(app)).map(TreeNode::text).map(text -> {
            try {
                return Codecs.APP_INFO.read(text);
            } catch (MalformedTextException e) {
                return ExecutorKind.ELASTIC_JOB_2_1_5;
            }
        }).orElse(ExecutorKind.ELASTIC_JOB_2_1_5);
    }

    /** Returns what the node says; empty if that cannot be read. */
    static Optional<DaemonTrigger> read(TreeNode node) {
        try {
            return Optional.of(Codecs.DAEMON_TRIGGER.read(node.text()));
        } catch (MalformedTextException e) {
            return Optional.empty();
        }
    }

    @Override
    public Plan.Verdict afterUnknown(Transaction tried) {
        Optional<TreeNode> node = sight.find(trigger(job));
        if (node.flatMap(DaemonFiring::read).filter(stored -> stored.triggerId().equals(wanted.triggerId())).isPresent()) {
            return Plan.Verdict.HAPPENED;
        }
        return LostAnswer.isUntouched(sight, tried, trigger(job)) ? Plan.Verdict.DO_AGAIN : Plan.Verdict.CANNOT_TELL;
    }

    @Override
    public String outcome() {
        return "daemon job '%s' was told to fire".formatted(job);
    }
}
