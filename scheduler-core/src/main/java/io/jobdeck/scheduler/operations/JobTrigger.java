package io.jobdeck.scheduler.operations;

import static io.jobdeck.scheduler.registry.RegistryPaths.appInfo;
import static io.jobdeck.scheduler.registry.RegistryPaths.configJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledApp;
import static io.jobdeck.scheduler.registry.RegistryPaths.disabledJob;
import static io.jobdeck.scheduler.registry.RegistryPaths.ready;
import static io.jobdeck.scheduler.registry.RegistryPaths.trigger;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.Reading;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.Transaction;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One trigger of one job. With a live tree in sync it reads nothing: the transaction checks the versions that the tree
 * shows, and only a refusal, by the transaction or from what the tree shows, makes it read.
 */
final class JobTrigger implements Plan {

    private final Sight sight;
    private final QueueLimit limit;
    private final String job;
    private final TriggerOptions options;
    private final String by;
    private final Instant now;
    private final String id = UUID.randomUUID().toString();
    private boolean looked;
    private TriggerKind kind;

    JobTrigger(Sight sight, QueueLimit limit, String job, TriggerOptions options, String by, Instant now) {
        this.sight = sight;
        this.limit = limit;
        this.job = job;
        this.options = options;
        this.by = by;
        this.now = now;
    }

    @Override
    public Optional<Transaction> next() {
        Optional<TreeIndex> tree = sight.treeInSync().filter(any -> !looked);
        looked = true;
        if (tree.isPresent()) {
            try {
                return Optional.of(inTree(tree.get()));
            } catch (OperationException shownByTree) {
                // What the tree shows may be a moment old, so a refusal is given only on what is read.
                return byReading();
            }
        }
        return byReading();
    }

    private Transaction inTree(TreeIndex tree) {
        Nodes own = sight.in(tree, List.of(configJob(job)));
        JobConfig config = demandConfig(own);
        Nodes nodes = sight.in(tree, paths(Optional.of(config.appName())));
        if (!nodes.get(configJob(job)).equals(own.get(configJob(job)))) {
            throw OperationException.conflict("Job '%s' is being changed.".formatted(job));
        }
        ask(nodes, config);
        return nodes.transactionOrCheck();
    }

    private Optional<Transaction> byReading() {
        Optional<String> guess = sight.treeInSync().flatMap(this::appIn);
        Nodes nodes = sight.read(paths(guess));
        JobConfig config = demandConfig(nodes);
        if (!guess.equals(Optional.of(config.appName()))) {
            nodes = sight.read(paths(Optional.of(config.appName())));
            config = demandConfig(nodes);
        }
        ask(nodes, config);
        return nodes.transaction();
    }

    private Optional<String> appIn(TreeIndex tree) {
        return Optional.ofNullable(tree.nodes().get(configJob(job))).flatMap(StoredJobs::parse)
                .map(JobConfig::appName).filter(NameRule::canBeNode);
    }

    private List<String> paths(Optional<String> app) {
        List<String> paths = new ArrayList<>(List.of(configJob(job), disabledJob(job), ready(job), trigger(job)));
        app.ifPresent(name -> paths.addAll(List.of(disabledApp(name), appInfo(name))));
        return paths;
    }

    private JobConfig demandConfig(Nodes nodes) {
        TreeNode node = nodes.get(configJob(job)).orElseThrow(() -> JobOperations.unknownJob(job));
        Reading<JobConfig> reading = Codecs.JOB.examine(node.text());
        if (!reading.problems().isEmpty() || !NameRule.canBeNode(reading.orThrow().appName())) {
            String problem = reading.problems().isEmpty() ? "appName is no name" : reading.problems().get(0).sentence();
            throw OperationException.conflict("The stored config of job '%s' cannot be read (%s). Update the job first."
                    .formatted(job, problem));
        }
        return reading.orThrow();
    }

    private void ask(Nodes nodes, JobConfig config) {
        kind = kindFor(config);
        kind.demandPossible(nodes, config, options);
        demandItems(config);
        if (nodes.has(disabledJob(job))) {
            throw OperationException.conflict("Job '%s' is disabled. Enable it first.".formatted(job));
        }
        if (nodes.has(disabledApp(config.appName()))) {
            throw OperationException.conflict("App '%s' of job '%s' is disabled. Enable the app first."
                    .formatted(config.appName(), job));
        }
        nodes.check(configJob(job));
        kind.request(nodes, config);
    }

    private TriggerKind kindFor(JobConfig config) {
        if (config.isDaemon()) {
            return new DaemonFiring(sight, config, id, options, by, now);
        }
        return options.isOneOff() ? new OneOffTrigger(sight, limit, config, id, options, by, now)
                : new CountedTrigger(sight, limit, config, options);
    }

    private void demandItems(JobConfig config) {
        int total = config.shardingTotalCount();
        options.items().stream().filter(item -> item < 0 || item >= total).findFirst().ifPresent(item -> {
            throw OperationException.invalid(List.of(new FieldProblem("items",
                    "names item %d, but the items of job '%s' are 0 to %d.".formatted(item, job, total - 1), "[0]")));
        });
    }

    /** Returns the node that a run with a parameter or items of its own gets. */
    String runPath() {
        return RegistryPaths.run(job, id);
    }

    @Override
    public Verdict afterUnknown(Transaction tried) {
        return kind.afterUnknown(tried);
    }

    @Override
    public String outcome() {
        return kind == null ? "job '%s' was triggered".formatted(job) : kind.outcome();
    }

    @Override
    public String howToFindOut() {
        return "Look at the ready queue and at the running tasks before you trigger it again.";
    }
}
