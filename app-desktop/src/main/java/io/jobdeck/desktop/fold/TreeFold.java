package io.jobdeck.desktop.fold;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.LeaderInfo;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.Waiting;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.TreeNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The registry tree as facts about jobs, apps and queues. It is told of nodes and hands out what changed, so a change
 * costs what it touches and not the size of the tree. For one thread; never the interface thread, since it reads JSON
 * and computes crons.
 */
public final class TreeFold {

    private final Map<String, TreeNode> known = new HashMap<>();

    private final Map<String, Stored<JobConfig>> jobs = new HashMap<>();
    private final Map<String, Stored<AppConfig>> apps = new HashMap<>();
    private final Map<String, ExecutorKind> executorKinds = new HashMap<>();
    private final Map<String, Integer> ready = new HashMap<>();
    private final Map<String, List<TaskRecord>> runParts = new HashMap<>();
    private final Map<MetaInfo, TaskRecord> tasks = new HashMap<>();
    private final Map<TaskId, TaskRecord> running = new HashMap<>();
    private final Map<MetaInfo, String> failover = new HashMap<>();
    private final Set<DisabledFacts.Subject> disabled = new HashSet<>();
    private final Map<DisabledFacts.Subject, Disablement> disablements = new HashMap<>();
    private final Map<String, RunResult> results = new HashMap<>();
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Set<String> candidates = new HashSet<>();
    private Optional<LeaderInfo> leader = Optional.empty();

    private final Grouped<String, String> jobsOfApp = new Grouped<>();
    private final Grouped<String, MetaInfo> tasksOfJob = new Grouped<>();
    private final Grouped<String, MetaInfo> tasksOfApp = new Grouped<>();
    private final Grouped<String, MetaInfo> failoverOfJob = new Grouped<>();
    private final Grouped<String, String> executorsOfApp = new Grouped<>();

    private final Facts<String, JobFacts> jobFacts = new Facts<>();
    private final Facts<String, AppFacts> appFacts = new Facts<>();
    private final Facts<String, ReadyFacts> readyFacts = new Facts<>();
    private final Facts<TaskId, TaskRecord> runningFacts = new Facts<>();
    private final Facts<MetaInfo, FailoverFacts> failoverFacts = new Facts<>();
    private final Facts<DisabledFacts.Subject, DisabledFacts> disabledFacts = new Facts<>();

    private final FireTimes fireTimes;
    private final ZoneId ownZone;

    /**
     * Makes the fold of an empty tree.
     *
     * @param ownZone zone of crons until a leader says another one
     */
    public TreeFold(ZoneId ownZone) {
        this.ownZone = ownZone;
        this.fireTimes = new FireTimes(ownZone);
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
        if (!node.equals(known.put(node.path(), node))) {
            apply(node.path(), Optional.of(node.text()));
        }
    }

    /** Takes the deletion of one node. */
    public void remove(String path) {
        if (known.remove(path) != null) {
            apply(path, Optional.empty());
        }
    }

    /** Hands out what changed since the last time, next fire times as seen at {@code now}. */
    public ClusterDelta drain(Instant now) {
        fireTimes.passed(now).forEach(jobFacts::touch);
        return new ClusterDelta(
                jobFacts.drain(job -> jobFacts(job, now)),
                appFacts.drain(this::appFacts),
                readyFacts.drain(this::readyFacts),
                runningFacts.drain(task -> Optional.ofNullable(running.get(task))),
                failoverFacts.drain(this::failoverFacts),
                disabledFacts.drain(this::disabledFacts),
                new Leadership(leader, candidates.size()));
    }

    private void apply(String path, Optional<String> text) {
        NodeAddress address = NodeAddress.of(path);
        if (address instanceof NodeAddress.Job job) {
            jobConfig(job.job(), text);
        } else if (address instanceof NodeAddress.App app) {
            set(apps, app.app(), text.map(value -> Stored.of(Codecs.APP, value)));
            touchApp(app.app());
        } else if (address instanceof NodeAddress.AppInfo app) {
            set(executorKinds, app.app(), text.flatMap(value -> Stored.of(Codecs.APP_INFO, value).value()));
            appFacts.touch(app.app());
        } else if (address instanceof NodeAddress.Ready queued) {
            set(ready, queued.job(), text.map(TreeFold::count));
            touchJob(queued.job());
        } else if (address instanceof NodeAddress.RunPart) {
            runPart(path, text.flatMap(value -> Stored.of(Codecs.RUN_PART, value).value()).orElse(List.of()));
        } else if (address instanceof NodeAddress.Failover queued) {
            failover(queued.task(), text);
        } else if (address instanceof NodeAddress.JobStatus job) {
            set(results, job.job(), text.flatMap(value -> Stored.of(Codecs.RUN_RESULT, value).value()));
            jobFacts.touch(job.job());
        } else if (address instanceof NodeAddress.WaitingJob job) {
            set(waiting, job.job(), text.flatMap(value -> Stored.of(Codecs.WAITING, value).value()));
            touchJob(job.job());
        } else {
            applyRare(address, text);
        }
    }

    private void applyRare(NodeAddress address, Optional<String> text) {
        if (address instanceof NodeAddress.DisabledJob job) {
            disabled(subject(DisabledFacts.Kind.JOB, job.job()), text.isPresent());
        } else if (address instanceof NodeAddress.DisabledApp app) {
            disabled(subject(DisabledFacts.Kind.APP, app.app()), text.isPresent());
        } else if (address instanceof NodeAddress.DisabledJobInfo job) {
            disablement(subject(DisabledFacts.Kind.JOB, job.job()), text);
        } else if (address instanceof NodeAddress.DisabledAppInfo app) {
            disablement(subject(DisabledFacts.Kind.APP, app.app()), text);
        } else if (address instanceof NodeAddress.Executor executor) {
            executor(executor.executorId(), text.isPresent());
        } else if (address instanceof NodeAddress.Candidate candidate) {
            candidate(candidate.node(), text.isPresent());
        } else if (address instanceof NodeAddress.Epoch) {
            leader(text.flatMap(value -> Stored.of(Codecs.LEADER, value).value()));
        }
    }

    private void jobConfig(String job, Optional<String> text) {
        appOf(job).ifPresent(appFacts::touch);
        set(jobs, job, text.map(value -> Stored.of(Codecs.JOB, value)));
        appOf(job).ifPresentOrElse(app -> jobsOfApp.put(app, job), () -> jobsOfApp.remove(job));
        appOf(job).ifPresent(appFacts::touch);
        touchJob(job);
        disabledFacts.touch(subject(DisabledFacts.Kind.JOB, job));
        failoverOfJob.of(job).forEach(failoverFacts::touch);
    }

    private void runPart(String path, List<TaskRecord> records) {
        List<TaskRecord> before = records.isEmpty() ? runParts.remove(path) : runParts.put(path, records);
        Map<TaskId, TaskRecord> left = new HashMap<>();
        records.forEach(task -> left.put(task.taskId(), task));
        if (before != null) {
            before.stream().filter(task -> !left.containsKey(task.taskId())).forEach(this::taskEnded);
        }
        records.stream().filter(task -> !task.equals(tasks.get(task.metaInfo()))).forEach(this::task);
    }

    private void taskEnded(TaskRecord task) {
        running.remove(task.taskId());
        runningFacts.touch(task.taskId());
        appFacts.touch(task.appName());
        MetaInfo item = task.metaInfo();
        TaskRecord current = tasks.get(item);
        // The item may run again already, as another task.
        if (current != null && current.taskId().equals(task.taskId())) {
            tasks.remove(item);
            tasksOfJob.remove(item);
            tasksOfApp.remove(item);
        }
        jobFacts.touch(item.jobName());
    }

    private void task(TaskRecord task) {
        MetaInfo item = task.metaInfo();
        tasks.put(item, task);
        running.put(task.taskId(), task);
        runningFacts.touch(task.taskId());
        appFacts.touch(task.appName());
        tasksOfJob.put(item.jobName(), item);
        tasksOfApp.put(task.appName(), item);
        jobFacts.touch(item.jobName());
    }

    private void failover(MetaInfo item, Optional<String> originalTaskId) {
        set(failover, item, originalTaskId);
        if (originalTaskId.isPresent()) {
            failoverOfJob.put(item.jobName(), item);
        } else {
            failoverOfJob.remove(item);
        }
        failoverFacts.touch(item);
        jobFacts.touch(item.jobName());
    }

    private void disabled(DisabledFacts.Subject subject, boolean nowDisabled) {
        if (nowDisabled) {
            disabled.add(subject);
        } else {
            disabled.remove(subject);
        }
        disabledFacts.touch(subject);
        if (subject.kind() == DisabledFacts.Kind.APP) {
            touchApp(subject.name());
        } else {
            jobFacts.touch(subject.name());
        }
    }

    private void disablement(DisabledFacts.Subject subject, Optional<String> text) {
        set(disablements, subject, text.flatMap(value -> Stored.of(Codecs.DISABLEMENT, value).value()));
        disabledFacts.touch(subject);
    }

    private void executor(String executorId, boolean up) {
        String app = ExecutorIds.appOf(executorId);
        if (up) {
            executorsOfApp.put(app, executorId);
        } else {
            executorsOfApp.remove(executorId);
        }
        appFacts.touch(app);
    }

    private void candidate(String node, boolean up) {
        if (up) {
            candidates.add(node);
        } else {
            candidates.remove(node);
        }
    }

    private void leader(Optional<LeaderInfo> newLeader) {
        leader = newLeader;
        if (fireTimes.in(newLeader.map(LeaderInfo::zone).orElse(ownZone))) {
            jobFacts.touchAll();
        }
    }

    private void touchJob(String job) {
        jobFacts.touch(job);
        readyFacts.touch(job);
        failoverOfJob.of(job).forEach(failoverFacts::touch);
    }

    private void touchApp(String app) {
        appFacts.touch(app);
        jobsOfApp.of(app).forEach(jobFacts::touch);
    }

    private Optional<JobFacts> jobFacts(String name, Instant now) {
        Stored<JobConfig> stored = jobs.get(name);
        if (stored == null) {
            return Optional.empty();
        }
        Optional<Problem> problem = stored.problem().or(() -> problem(stored.value().orElseThrow()));
        JobState state = state(name, stored.value(), problem);
        Optional<Instant> nextFire = state == JobState.ENABLED
                ? fireTimes.next(stored.value().orElseThrow().cron(), now)
                : Optional.empty();
        nextFire.ifPresent(when -> fireTimes.await(name, when));
        return Optional.of(new JobFacts(name, stored.value(), state, problem, nextFire, tasksOfJob.count(name),
                ready.getOrDefault(name, 0), failoverOfJob.count(name), Optional.ofNullable(results.get(name)),
                Optional.ofNullable(waiting.get(name))));
    }

    private Optional<Problem> problem(JobConfig job) {
        if (!apps.containsKey(job.appName())) {
            return Optional.of(new Problem(Problem.Kind.NO_APP, job.appName()));
        }
        return fireTimes.fault(job.cron()).map(fault -> new Problem(Problem.Kind.BAD_CRON, fault));
    }

    private JobState state(String name, Optional<JobConfig> config, Optional<Problem> problem) {
        if (isDisabled(DisabledFacts.Kind.JOB, name)) {
            return JobState.DISABLED;
        }
        if (config.isPresent() && isDisabled(DisabledFacts.Kind.APP, config.get().appName())) {
            return JobState.APP_DISABLED;
        }
        return problem.isPresent() ? JobState.INVALID : JobState.ENABLED;
    }

    private Optional<AppFacts> appFacts(String name) {
        Stored<AppConfig> stored = apps.get(name);
        if (stored == null) {
            return Optional.empty();
        }
        AppState enabled = stored.value().isPresent() ? AppState.ENABLED : AppState.INVALID;
        Optional<AppConfig> config = stored.value().map(app ->
                app.withExecutor(executorKinds.getOrDefault(name, app.executor())));
        return Optional.of(new AppFacts(name, config,
                isDisabled(DisabledFacts.Kind.APP, name) ? AppState.DISABLED : enabled, stored.problem(),
                jobsOfApp.count(name), tasksOfApp.count(name), executorsOfApp.count(name)));
    }

    private Optional<ReadyFacts> readyFacts(String job) {
        return Optional.ofNullable(ready.get(job)).map(count ->
                new ReadyFacts(job, appOf(job).orElse(""), count, Optional.ofNullable(waiting.get(job))));
    }

    private Optional<FailoverFacts> failoverFacts(MetaInfo item) {
        return Optional.ofNullable(failover.get(item)).map(original -> new FailoverFacts(item,
                appOf(item.jobName()).orElse(""), original, Optional.ofNullable(waiting.get(item.jobName()))));
    }

    private Optional<DisabledFacts> disabledFacts(DisabledFacts.Subject subject) {
        if (!disabled.contains(subject)) {
            return Optional.empty();
        }
        String app = subject.kind() == DisabledFacts.Kind.APP ? subject.name() : appOf(subject.name()).orElse("");
        return Optional.of(new DisabledFacts(subject, app, Optional.ofNullable(disablements.get(subject))));
    }

    private boolean isDisabled(DisabledFacts.Kind kind, String name) {
        return disabled.contains(subject(kind, name));
    }

    private Optional<String> appOf(String job) {
        return Optional.ofNullable(jobs.get(job)).flatMap(Stored::value).map(JobConfig::appName);
    }

    private static DisabledFacts.Subject subject(DisabledFacts.Kind kind, String name) {
        return new DisabledFacts.Subject(kind, name);
    }

    /** A 2.1.5 scheduler reads an entry that is no number as an error; here it still stands for one run. */
    private static int count(String text) {
        try {
            return Math.max(1, Integer.parseInt(text.strip()));
        } catch (NumberFormatException malformed) {
            return 1;
        }
    }

    private static <K, V> void set(Map<K, V> map, K key, Optional<V> value) {
        if (value.isPresent()) {
            map.put(key, value.get());
        } else {
            map.remove(key);
        }
    }
}
