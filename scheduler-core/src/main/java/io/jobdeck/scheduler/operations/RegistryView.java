package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.codec.Codec;
import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.codec.MalformedTextException;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the nodes of a live tree say, as values. Every call looks at the nodes as they are then; lists are in the order of
 * their names. A node that cannot be read is left out and reported to the log. Safe on any thread.
 */
public final class RegistryView {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryView.class);

    private final Map<String, TreeNode> nodes;

    /** Takes the nodes of a live tree, or a copy of them, by path. */
    public RegistryView(Map<String, TreeNode> nodes) {
        this.nodes = nodes;
    }

    /**
     * A task that has not ended.
     *
     * @param id its id
     * @param idle daemon only: between two firings
     */
    public record RunningTask(TaskId id, boolean idle) { }

    /**
     * An entry of the failover queue.
     *
     * @param item what is to run again
     * @param originalTaskId id of the task that failed
     */
    public record FailoverEntry(MetaInfo item, String originalTaskId) { }

    /** Returns the app with its executor library, empty if there is none of that name or it cannot be read. */
    public Optional<AppConfig> app(String name) {
        return read(RegistryPaths.configApp(name), Codecs.APP).map(app -> app.withExecutor(executorOf(name)));
    }

    /** Returns all apps. */
    public List<AppConfig> apps() {
        return names(address -> address instanceof NodeAddress.App app ? Optional.of(app.app()) : Optional.empty())
                .map(this::app);
    }

    /** Returns the job, empty if there is none of that name or it cannot be read. */
    public Optional<JobConfig> job(String name) {
        return read(RegistryPaths.configJob(name), Codecs.JOB);
    }

    /** Returns all jobs. */
    public List<JobConfig> jobs() {
        return names(address -> address instanceof NodeAddress.Job job ? Optional.of(job.job()) : Optional.empty())
                .map(this::job);
    }

    /** Returns the version of the app's config, its executor library included; empty if there is no such app. */
    public Optional<ConfigVersion> appVersion(String app) {
        return Optional.ofNullable(nodes.get(RegistryPaths.configApp(app)))
                .map(config -> ConfigVersions.ofApp(config.text(), text(RegistryPaths.appInfo(app))));
    }

    /** Returns the version of the job's config, empty if there is no such job. */
    public Optional<ConfigVersion> jobVersion(String job) {
        return Optional.ofNullable(nodes.get(RegistryPaths.configJob(job)))
                .map(config -> ConfigVersions.ofJob(config.text()));
    }

    private String text(String path) {
        return Optional.ofNullable(nodes.get(path)).map(TreeNode::text).orElse("");
    }

    /** Returns whether the app's flag is set. */
    public boolean isAppDisabled(String app) {
        return nodes.containsKey(RegistryPaths.disabledApp(app));
    }

    /** Returns whether the job does not run: it or its app is disabled, or it does not exist (spec section 4.1). */
    public boolean isJobDisabled(String job) {
        return nodes.containsKey(RegistryPaths.disabledJob(job))
                || job(job).map(config -> isAppDisabled(config.appName())).orElse(true);
    }

    /** Returns the ready queue: job to count, as it is stored. */
    public SortedMap<String, String> ready() {
        SortedMap<String, String> ready = new TreeMap<>();
        forEach((address, node) -> {
            if (address instanceof NodeAddress.Ready entry) {
                ready.put(entry.job(), node.text());
            }
        });
        return ready;
    }

    /** Returns every task in flight: those with a record, and daemon tasks of which only 2.1.5's node tells. */
    public Collection<RunningTask> runningTasks() {
        SortedMap<MetaInfo, RunningTask> running = new TreeMap<>();
        forEach((address, node) -> {
            if (address instanceof NodeAddress.Running task) {
                daemonTask(node).ifPresent(found -> running.putIfAbsent(task.task(), found));
            } else if (address instanceof NodeAddress.RunPart) {
                parse(node, Codecs.RUN_PART).orElse(List.of()).forEach(task ->
                        running.put(task.metaInfo(), running(task)));
            }
        });
        return running.values();
    }

    /** Returns the failover queue. */
    public Collection<FailoverEntry> failover() {
        SortedMap<MetaInfo, FailoverEntry> entries = new TreeMap<>();
        forEach((address, node) -> {
            if (address instanceof NodeAddress.Failover entry) {
                entries.put(entry.task(), new FailoverEntry(entry.task(), node.text()));
            }
        });
        return entries.values();
    }

    private ExecutorKind executorOf(String app) {
        return read(RegistryPaths.appInfo(app), Codecs.APP_INFO).orElse(ExecutorKind.ELASTIC_JOB_2_1_5);
    }

    private static RunningTask running(TaskRecord task) {
        return new RunningTask(task.taskId(), task.idle());
    }

    private static Optional<RunningTask> daemonTask(TreeNode node) {
        try {
            return Optional.of(new RunningTask(TaskId.parse(node.text()), false));
        } catch (IllegalArgumentException e) {
            LOG.warn("Node {} is left out: {}", node.path(), e.getMessage());
            return Optional.empty();
        }
    }

    private void forEach(BiConsumer<NodeAddress, TreeNode> visitor) {
        nodes.values().forEach(node -> visitor.accept(NodeAddress.of(node.path()), node));
    }

    private Names names(Function<NodeAddress, Optional<String>> nameOf) {
        return new Names(nodes.keySet().stream()
                .map(path -> nameOf.apply(NodeAddress.of(path)))
                .flatMap(Optional::stream)
                .sorted()
                .toList());
    }

    private <T> Optional<T> read(String path, Codec<T> codec) {
        return Optional.ofNullable(nodes.get(path)).flatMap(node -> parse(node, codec));
    }

    private static <T> Optional<T> parse(TreeNode node, Codec<T> codec) {
        try {
            return Optional.of(codec.read(node.text()));
        } catch (MalformedTextException e) {
            LOG.warn("Node {} is left out: {}", node.path(), e.getMessage());
            return Optional.empty();
        }
    }

    private record Names(List<String> sorted) {
        <T> List<T> map(Function<String, Optional<T>> find) {
            return sorted.stream().map(find).flatMap(Optional::stream).toList();
        }
    }
}
