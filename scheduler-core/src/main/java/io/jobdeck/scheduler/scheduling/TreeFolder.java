package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the loop's state up to date with what happens in the registry.
 *
 * <p>Nodes that only the leader writes are read once, from the first {@link TreeEvent.Loaded}: after that the loop knows
 * them before the tree tells it. All others are taken from the tree whenever it changes, whoever changed them.
 */
final class TreeFolder {

    private static final Logger LOG = LoggerFactory.getLogger(TreeFolder.class);

    private final ClusterState state;
    private final WishFolder wishes;
    private final Map<String, TreeNode> shared = new HashMap<>();
    private final List<TreeNode> foreignTasks = new ArrayList<>();
    private boolean loaded;

    TreeFolder(ClusterState state, WishFolder wishes) {
        this.state = state;
        this.wishes = wishes;
    }

    /** Returns whether the tree has been loaded once. */
    boolean isLoaded() {
        return loaded;
    }

    /**
     * Returns the nodes of daemon tasks that Elastic-Job-Cloud 2.1.5 left at the first load and that have no record yet.
     */
    List<TreeNode> takeForeignTasks() {
        List<TreeNode> taken = List.copyOf(foreignTasks);
        foreignTasks.clear();
        return taken;
    }

    void fold(TreeEvent event) {
        if (event instanceof TreeEvent.Loaded all) {
            foldAll(all.nodes());
        } else if (event instanceof TreeEvent.Put put) {
            foldShared(put.node());
        } else if (event instanceof TreeEvent.Removed removed && shared.remove(removed.path()) != null) {
            forget(NodeAddress.of(removed.path()));
        } else if (event instanceof TreeEvent.Stale stale) {
            LOG.info("the registry is out of sight since {}: {}", stale.since(), stale.cause());
        }
    }

    private void foldAll(Map<String, TreeNode> nodes) {
        boolean first = !loaded;
        if (first) {
            nodes.values().forEach(node -> foldOwned(NodeAddress.of(node.path()), node));
            loaded = true;
        }
        List<String> gone = shared.keySet().stream().filter(path -> !nodes.containsKey(path)).toList();
        gone.forEach(path -> fold(new TreeEvent.Removed(path)));
        nodes.values().stream().filter(node -> !node.equals(shared.get(node.path()))).forEach(this::foldShared);
        if (first) {
            // What waited before this scheduler led was asked for before what failed since then.
            state.jobs().forEach(job -> job.retryNow = false);
        }
        foreignTasks.removeIf(node -> NodeAddress.of(node.path()) instanceof NodeAddress.Running running
                && hasRecord(state.job(running.task().jobName()), running.task(), node));
    }

    private static boolean hasRecord(JobState job, MetaInfo item, TreeNode running) {
        Optional<TaskRecord> task = job.task(item);
        if (task.isPresent() && !task.get().taskId().toString().equals(running.text())) {
            job.outdatedRunningNodes.add(item.item());
        }
        return task.isPresent();
    }

    private void foldShared(TreeNode node) {
        NodeAddress address = NodeAddress.of(node.path());
        if (address instanceof NodeAddress.App app) {
            state.changeApp(app.app(), known -> {
                known.registered = true;
                known.stored = NodeText.read(Codecs.APP, node);
            });
        } else if (address instanceof NodeAddress.AppInfo info) {
            state.changeApp(info.app(),
                    app -> NodeText.read(Codecs.APP_INFO, node).ifPresent(kind -> app.executor = kind));
        } else if (address instanceof NodeAddress.Job job) {
            state.changeJob(job.job(), known -> foldJob(known, node));
        } else if (address instanceof NodeAddress.Ready ready) {
            ReadyEntry entry = new ReadyEntry(NodeText.count(node), node.version());
            state.changeJob(ready.job(), job -> foldReady(job, entry));
        } else if (address instanceof NodeAddress.Failover failover) {
            state.changeJob(failover.task().jobName(),
                    job -> state.putFailover(job, failover.task().item(), node.text()));
        } else if (address instanceof NodeAddress.FailoverJob failover) {
            state.job(failover.job()).failoverParent = true;
        } else if (address instanceof NodeAddress.DisabledJob disabled) {
            state.changeJob(disabled.job(), job -> job.disabled = true);
        } else if (address instanceof NodeAddress.DisabledApp disabled) {
            state.changeApp(disabled.app(), app -> app.disabled = true);
        } else if (!wishes.fold(address, node)) {
            return;
        }
        shared.put(node.path(), node);
    }

    private void foldReady(JobState job, ReadyEntry entry) {
        int before = job.ready == null ? 0 : job.ready.count();
        // Nothing of the leader's own is on its way, so somebody asked for a run.
        job.retryNow |= entry.count() > before && !job.queueWriteUnderWay;
        job.surplusRuns = Math.max(0, job.surplusRuns - Math.max(0, before - entry.count()));
        state.setReady(job, entry);
    }

    private void foldJob(JobState job, TreeNode node) {
        leaveApp(job);
        Optional<JobConfig> before = job.config;
        job.registered = true;
        job.config = NodeText.read(Codecs.JOB, node);
        job.configVersion = node.version();
        job.tasksUnchecked = true;
        // Runs that are asked for from now on are not meant.
        job.surplusRuns = job.ready == null ? 0 : surplus(before, job.config, job.ready.count());
        job.config.map(JobConfig::appName).map(state::app).ifPresent(app -> app.jobs.add(job.name()));
    }

    /** Returns how many of the runs that wait an update leaves no room for: misfire is off now, or it is another kind of job. */
    private static int surplus(Optional<JobConfig> before, Optional<JobConfig> now, int waiting) {
        if (before.isEmpty() || now.isEmpty()) {
            return 0;
        }
        if (before.get().executionType() != now.get().executionType()) {
            return waiting;
        }
        return before.get().misfire() && !now.get().misfire() ? waiting - 1 : 0;
    }

    private void leaveApp(JobState job) {
        job.config.map(JobConfig::appName).flatMap(state::findApp).ifPresent(app -> {
            app.jobs.remove(job.name());
            state.forgetIfEmpty(app);
        });
    }

    private void foldOwned(NodeAddress address, TreeNode node) {
        if (address instanceof NodeAddress.RunPart part) {
            state.changeJob(part.job(), job -> foldPart(job, part.part(), node));
        } else if (address instanceof NodeAddress.JobStatus status) {
            state.changeJob(status.job(), job -> {
                job.statusNode = true;
                job.lastResult = node.text().isEmpty() ? Optional.empty() : NodeText.read(Codecs.RUN_RESULT, node);
            });
        } else if (address instanceof NodeAddress.RunningJob running) {
            state.changeJob(running.job(), job -> job.runningParent = true);
        } else if (address instanceof NodeAddress.Running running) {
            state.job(running.task().jobName()).runningNodes.add(running.task().item());
            foreignTasks.add(node);
        } else if (address instanceof NodeAddress.WaitingJob waiting) {
            state.changeJob(waiting.job(), job -> job.waitingNode = true);
        } else if (address instanceof NodeAddress.Executor executor) {
            ExecutorState started = ExecutorState.parse(executor.executorId(), node.text());
            state.executors().put(started);
            state.changed(state.app(started.appName()));
        } else if (address instanceof NodeAddress.FrameworkId) {
            state.setFrameworkId(Optional.of(node.text()));
        }
    }

    private void foldPart(JobState job, String part, TreeNode node) {
        for (TaskRecord task : NodeText.read(Codecs.RUN_PART, node).orElse(List.of())) {
            if (task.taskId().jobName().equals(job.name()) && RunPart.nameOf(task).equals(part)) {
                state.put(job, task).stored = true;
            } else {
                LOG.warn("{} holds task {}, which does not belong there and is left alone", node.path(), task.taskId());
            }
        }
    }

    private void forget(NodeAddress address) {
        if (address instanceof NodeAddress.App gone) {
            state.changeApp(gone.app(), app -> {
                app.registered = false;
                app.stored = Optional.empty();
            });
        } else if (address instanceof NodeAddress.Job gone) {
            state.changeJob(gone.job(), job -> {
                leaveApp(job);
                job.registered = false;
                job.config = Optional.empty();
            });
        } else if (address instanceof NodeAddress.Ready gone) {
            state.changeJob(gone.job(), job -> {
                job.surplusRuns = 0;
                state.setReady(job, null);
            });
        } else if (address instanceof NodeAddress.Failover gone) {
            state.changeJob(gone.task().jobName(), job -> state.removeFailover(job, gone.task().item()));
        } else if (address instanceof NodeAddress.FailoverJob gone) {
            state.job(gone.job()).failoverParent = false;
        } else if (address instanceof NodeAddress.DisabledJob gone) {
            state.changeJob(gone.job(), job -> job.disabled = false);
        } else if (address instanceof NodeAddress.DisabledApp gone) {
            state.changeApp(gone.app(), app -> app.disabled = false);
        } else {
            wishes.forget(address);
        }
    }
}
