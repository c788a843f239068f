package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AuditEntry;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The registry tree as facts about jobs, apps, queues and tasks. It is told of nodes and hands out what changed, so a
 * change costs what it touches and not the size of the tree. For one thread; never the interface thread, since it reads
 * JSON and computes crons.
 */
public final class TreeFold {

    private final Map<String, TreeNode> known = new HashMap<>();

    private final Configs configs = new Configs();
    private final Queues queues = new Queues();
    private final TaskList tasks = new TaskList();
    private final Switches switches = new Switches();
    private final Schedulers schedulers = new Schedulers();
    private final Map<String, RunResult> results = new HashMap<>();
    private final Map<String, AuditEntry> audit = new HashMap<>();

    private final Tables tables = new Tables();
    private final Alarms alarms = new Alarms();
    private final FireTimes fireTimes;
    private final JobJudge judge;
    private final Usage usage = new Usage(configs, queues, tasks, schedulers);
    private final ZoneId ownZone;

    /**
     * Makes the fold of an empty tree.
     *
     * @param ownZone zone of crons until a leader says another one
     */
    public TreeFold(ZoneId ownZone) {
        this.ownZone = ownZone;
        this.fireTimes = new FireTimes(ownZone);
        this.judge = new JobJudge(configs, queues, tasks, switches, fireTimes, alarms);
    }

    /** Takes the whole tree: what it does not hold does not exist any more. */
    public void load(Map<String, TreeNode> nodes) {
        for (String path : List.copyOf(known.keySet())) {
            if (!nodes.containsKey(path)) {
                remove(path);
            }
        }
        nodes.values().forEach(this::put);
    }

    /** Takes one node that was created or set. */
    public void put(TreeNode node) {
        TreeNode before = known.put(node.path(), node);
        if (!node.equals(before)) {
            apply(node.path(), Optional.of(node.text()), before == null);
        }
    }

    /** Takes the deletion of one node. */
    public void remove(String path) {
        if (known.remove(path) != null) {
            apply(path, Optional.empty(), false);
        }
    }

    /** Hands out what changed since the last time, next fire times and conditions as seen at {@code now}. */
    public ClusterDelta drain(Instant now) {
        alarms.passed(now).forEach(tables.jobs::touch);
        return new ClusterDelta(
                tables.jobs.drain(job -> judge.facts(job, Optional.ofNullable(results.get(job)), now)),
                tables.apps.drain(app -> judge.app(app, schedulers)),
                tables.ready.drain(key -> queues.readyFacts(key, configs)),
                tables.tasks.drain(task -> tasks.facts(task, configs, queues)),
                tables.failover.drain(item -> queues.failoverFacts(item, configs)),
                tables.disabled.drain(subject -> switches.facts(subject, configs, queues)),
                tables.audit.drain(name -> Optional.ofNullable(audit.get(name)).map(entry -> new AuditFacts(name, entry))),
                usage.at(now),
                schedulers.leadership());
    }

    private void apply(String path, Optional<String> text, boolean isNew) {
        NodeAddress address = NodeAddress.of(path);
        if (address instanceof NodeAddress.RunPart) {
            tasks.setPart(path, text, this::touchTask);
        } else if (address instanceof NodeAddress.JobStatus job) {
            Values.set(results, job.job(), Values.read(Codecs.RUN_RESULT, text));
            tables.jobs.touch(job.job());
        } else if (address instanceof NodeAddress.Ready queued) {
            touchQueues(queued.job(), () -> queues.setReady(queued.job(), text));
        } else if (address instanceof NodeAddress.Run run) {
            touchQueues(run.job(), () -> queues.setRun(run.job(), run.runId(), text));
        } else if (address instanceof NodeAddress.WaitingJob job) {
            touchQueues(job.job(), () -> queues.setWaiting(job.job(), text));
        } else if (address instanceof NodeAddress.Failover queued) {
            touchQueues(queued.task().jobName(), () -> queues.setFailover(queued.task(), text));
        } else if (address instanceof NodeAddress.Attempt failed) {
            touchQueues(failed.task().jobName(), () -> queues.setFailed(failed.task(), text));
            tasks.task(failed.task()).ifPresent(task -> tables.tasks.touch(task.taskId()));
        } else if (address instanceof NodeAddress.LostTask task) {
            tasks.setLost(task.task(), text);
            tables.tasks.touch(task.task());
        } else if (address instanceof NodeAddress.Running running) {
            tasks.setLeft(running.task(), text).forEach(tables.tasks::touch);
        } else if (!applyConfig(address, text)) {
            applyCluster(address, text, isNew);
        }
    }

    private boolean applyConfig(NodeAddress address, Optional<String> text) {
        if (address instanceof NodeAddress.Job job) {
            jobConfig(job.job(), text);
        } else if (address instanceof NodeAddress.App app) {
            configs.setApp(app.app(), text);
            touchApp(app.app());
        } else if (address instanceof NodeAddress.AppInfo app) {
            configs.setExecutorKind(app.app(), text);
            tables.apps.touch(app.app());
        } else if (address instanceof NodeAddress.JobChanges job) {
            configs.setJobChanges(job.job(), text);
            tables.jobs.touch(job.job());
        } else if (address instanceof NodeAddress.AppChanges app) {
            configs.setAppChanges(app.app(), text);
            tables.apps.touch(app.app());
        } else {
            return false;
        }
        return true;
    }

    private void applyCluster(NodeAddress address, Optional<String> text, boolean isNew) {
        if (address instanceof NodeAddress.DisabledJob job) {
            disabled(Switches.job(job.job()), text.isPresent());
        } else if (address instanceof NodeAddress.DisabledApp app) {
            disabled(Switches.app(app.app()), text.isPresent());
        } else if (address instanceof NodeAddress.DisabledJobInfo job) {
            disablement(Switches.job(job.job()), text);
        } else if (address instanceof NodeAddress.DisabledAppInfo app) {
            disablement(Switches.app(app.app()), text);
        } else if (address instanceof NodeAddress.Executor executor) {
            executor(executor, text.isPresent(), isNew);
        } else if (address instanceof NodeAddress.Candidate candidate) {
            schedulers.setCandidate(candidate.node(), text.isPresent());
        } else if (address instanceof NodeAddress.Epoch) {
            leader(text);
        } else if (address instanceof NodeAddress.Audit entry) {
            Values.set(audit, entry.entry(), Values.read(Codecs.AUDIT_ENTRY, text));
            tables.audit.touch(entry.entry());
        }
    }

    private void jobConfig(String job, Optional<String> text) {
        configs.appOf(job).ifPresent(tables.apps::touch);
        configs.setJob(job, text);
        configs.appOf(job).ifPresent(tables.apps::touch);
        tables.disabled.touch(Switches.job(job));
        touchQueues(job, () -> { });
    }

    private void executor(NodeAddress.Executor executor, boolean up, boolean isNew) {
        if (isNew || !up) {
            schedulers.setExecutor(executor.executorId(), up);
            tables.apps.touch(ExecutorIds.appOf(executor.executorId()));
        }
    }

    private void leader(Optional<String> text) {
        schedulers.setLeader(text);
        if (fireTimes.in(schedulers.leader().map(LeaderInfo::zone).orElse(ownZone))) {
            tables.jobs.touchAll();
        }
    }

    private void disabled(DisabledFacts.Subject subject, boolean nowDisabled) {
        switches.set(subject, nowDisabled);
        tables.disabled.touch(subject);
        if (subject.kind() == DisabledFacts.Kind.APP) {
            touchApp(subject.name());
        } else {
            tables.jobs.touch(subject.name());
        }
    }

    private void disablement(DisabledFacts.Subject subject, Optional<String> text) {
        switches.setDisablement(subject, text);
        tables.disabled.touch(subject);
    }

    private void touchTask(TaskRecord task) {
        TaskId id = task.taskId();
        tables.tasks.touch(id);
        tables.apps.touch(task.appName());
        tables.jobs.touch(id.jobName());
        tasks.leftAt(id.metaInfo()).ifPresent(tables.tasks::touch);
    }

    /** Everything that tells of what waits of a job, before and after the change. */
    private void touchQueues(String job, Runnable change) {
        touchQueues(job);
        change.run();
        touchQueues(job);
        tables.jobs.touch(job);
        configs.appOf(job).ifPresent(app -> {
            tables.apps.touch(app);
            touchIfDisabled(Switches.app(app));
        });
        touchIfDisabled(Switches.job(job));
    }

    private void touchQueues(String job) {
        Set<ReadyFacts.Key> ready = queues.readyKeys(job);
        ready.forEach(tables.ready::touch);
        Set<MetaInfo> failed = queues.failedKeys(job);
        failed.forEach(tables.failover::touch);
    }

    private void touchIfDisabled(DisabledFacts.Subject subject) {
        if (switches.isDisabled(subject)) {
            tables.disabled.touch(subject);
        }
    }

    private void touchApp(String app) {
        tables.apps.touch(app);
        configs.jobsOf(app).forEach(tables.jobs::touch);
    }
}
