package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.model.LaunchType;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.scheduling.SimulatedLeader;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;

/**
 * The rules, written plainly: what each operation makes of the queues, what the leader may write, and what may really run.
 * It follows the world step by step and throws {@link RuleBroken} at the first thing that must not be.
 */
final class Rules implements Witness {

    private final Clock clock;
    private final Map<String, AppModel> apps = new TreeMap<>();
    private final Map<String, JobModel> jobs = new TreeMap<>();
    private final Map<TaskId, TaskModel> tasks = new HashMap<>();
    private final Map<String, Ledger> ledgers = new TreeMap<>();
    private final Set<TaskId> givenUp = new HashSet<>();
    private Function<TaskId, Boolean> recorded = id -> false;
    private Function<TaskId, Optional<SimulatedTask>> real = id -> Optional.empty();
    private Function<SimulatedTask, SimulatedAgent> agentOf = task -> null;
    private int now;

    Rules(Clock clock) {
        this.clock = clock;
    }

    /** An app as it was registered. */
    static final class AppModel {
        int size;
        boolean disabled;
    }

    /** A job as it was registered, and its queues. */
    static final class JobModel {
        JobSpec spec;
        boolean disabled;
        /** Whether what is queued waits until the disabled job is enabled. */
        boolean keepsBacklog;
        int ready;
        Map<Integer, String> failover = new TreeMap<>();
        /** Runs that were queued for what the job was before an update. */
        int surplus;
        /** Firings that must be queued. */
        int firings;
        int changed;
    }

    /** Counts of one job, which outlive its registration. */
    static final class Ledger {
        int accepted;
        int cancelled;
        int launched;
        int lastAccepted;
        int lastBegun;
        /** Firings that the leader may or may not have taken for this job's. */
        int doubtfulFirings;
    }

    /** One item of one run, over all the tasks that it takes. */
    static final class Item {
        boolean begun;
    }

    private static final class TaskModel {
        private final Item item;
        private final JobSpec spec;
        private boolean mayBeKilled;

        TaskModel(Item item, JobSpec spec, boolean mayBeKilled) {
            this.item = item;
            this.spec = spec;
            this.mayBeKilled = mayBeKilled;
        }
    }

    /** Tells where to look at what is. */
    void observe(Function<TaskId, Boolean> isRecorded, Function<TaskId, Optional<SimulatedTask>> task,
            Function<SimulatedTask, SimulatedAgent> agent) {
        recorded = isRecorded;
        real = task;
        agentOf = agent;
    }

    /** Returns a number that grows with every operation. */
    int now() {
        return now;
    }

    Map<String, JobModel> jobs() {
        return jobs;
    }

    Map<String, AppModel> apps() {
        return apps;
    }

    Optional<JobModel> job(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    boolean isWanted(JobModel job) {
        AppModel app = apps.get(job.spec.appName());
        return !job.disabled && app != null && !app.disabled;
    }

    private Ledger ledger(String job) {
        return ledgers.computeIfAbsent(job, name -> new Ledger());
    }

    // Operations

    boolean mayRegisterApp(String name) {
        return !apps.containsKey(name);
    }

    void registerApp(String name, int size) {
        AppModel app = new AppModel();
        app.size = size;
        apps.put(name, app);
        touch(name);
    }

    void updateApp(String name, int size) {
        if (apps.get(name).size != size) {
            apps.get(name).size = size;
            tasks.values().stream().filter(task -> task.spec.appName().equals(name)).filter(task -> task.spec.isDaemon())
                    .forEach(task -> task.mayBeKilled = true);
        }
        touch(name);
    }

    void disableApp(String name) {
        AppModel app = apps.get(name);
        if (!app.disabled) {
            app.disabled = true;
            jobsOf(name).forEach(this::emptyQueues);
        }
        touch(name);
    }

    void enableApp(String name) {
        AppModel app = apps.get(name);
        if (app.disabled) {
            app.disabled = false;
            jobsOf(name).stream().filter(job -> jobs.get(job).spec.isDaemon() && !jobs.get(job).disabled)
                    .forEach(job -> jobs.get(job).ready = 1);
        }
        touch(name);
    }

    void deregisterApp(String name) {
        touch(name);
        jobsOf(name).forEach(this::deregister);
        apps.remove(name);
        tasks.values().stream().filter(task -> task.spec.appName().equals(name)).forEach(task -> task.mayBeKilled = true);
    }

    List<String> jobsOf(String app) {
        return jobs.keySet().stream().filter(job -> jobs.get(job).spec.appName().equals(app)).toList();
    }

    boolean mayRegister(String name, JobSpec spec) {
        return !jobs.containsKey(name) && apps.containsKey(spec.appName());
    }

    void register(String name, JobSpec spec) {
        JobModel job = new JobModel();
        job.spec = spec;
        jobs.put(name, job);
        job.ready = spec.isDaemon() && isWanted(job) ? 1 : 0;
        touchJob(name);
    }

    boolean mayUpdate(String name, JobSpec spec) {
        return jobs.containsKey(name)
                && (jobs.get(name).spec.app() == spec.app() || apps.containsKey(spec.appName()));
    }

    void update(String name, JobSpec spec) {
        JobModel job = jobs.get(name);
        boolean sameExecution = job.spec.isDaemon() == spec.isDaemon();
        boolean misfireSwitchedOff = job.spec.misfire() && !spec.misfire();
        job.spec = spec;
        if (!sameExecution) {
            cancel(name, spec.isDaemon() ? job.ready : 0);
            job.failover.clear();
            job.ready = spec.isDaemon() && isWanted(job) ? 1 : 0;
        } else if (!spec.isDaemon() && misfireSwitchedOff && job.ready > 1) {
            cancel(name, job.ready - 1);
            job.ready = 1;
        }
        job.failover.keySet().removeIf(item -> item >= spec.items());
        touchJob(name);
    }

    void disable(String name) {
        jobs.get(name).disabled = true;
        jobs.get(name).keepsBacklog = false;
        emptyQueues(name);
        touchJob(name);
    }

    void disableKeeping(String name) {
        jobs.get(name).disabled = true;
        jobs.get(name).keepsBacklog = true;
        touchJob(name);
    }

    void killAll(String name) {
        tasks.forEach((id, task) -> task.mayBeKilled |= id.jobName().equals(name));
    }

    void removeReady(String name) {
        cancel(name, jobs.get(name).ready);
        jobs.get(name).ready = 0;
        touchJob(name);
    }

    void removeFailover(String name) {
        jobs.get(name).failover.clear();
        touchJob(name);
    }

    void enable(String name) {
        JobModel job = jobs.get(name);
        if (job.disabled) {
            job.disabled = false;
            job.keepsBacklog = false;
            job.ready = job.spec.isDaemon() && isWanted(job) ? 1 : job.ready;
        }
        touchJob(name);
    }

    void deregister(String name) {
        emptyQueues(name);
        touchJob(name);
        jobs.remove(name);
        markKillable(name);
    }

    boolean mayTrigger(String name) {
        return job(name).filter(this::isWanted).isPresent();
    }

    void trigger(String name) {
        JobModel job = jobs.get(name);
        if (job.spec.isDaemon()) {
            return;
        }
        int before = job.ready;
        job.ready = job.spec.misfire() ? job.ready + 1 : Math.max(1, job.ready);
        accept(name, job.ready - before);
    }

    void addRun(String name) {
        if (!jobs.get(name).spec.isDaemon()) {
            jobs.get(name).ready++;
            accept(name, 1);
        }
    }

    private void accept(String name, int more) {
        ledger(name).accepted += more;
        ledger(name).lastAccepted = ++now;
    }

    private void cancel(String name, int runs) {
        ledger(name).cancelled += runs;
    }

    private void emptyQueues(String name) {
        JobModel job = jobs.get(name);
        if (!job.spec.isDaemon()) {
            cancel(name, job.ready);
        }
        job.ready = 0;
        job.failover.clear();
    }

    private void touch(String app) {
        jobsOf(app).forEach(this::touchJob);
    }

    private void touchJob(String name) {
        JobModel job = jobs.get(name);
        job.changed = ++now;
        ledger(name).doubtfulFirings += job.firings;
        job.firings = 0;
        markKillable(name);
    }

    private void markKillable(String job) {
        tasks.forEach((id, task) -> task.mayBeKilled |= id.jobName().equals(job) && isUnwanted(id, task.spec));
    }

    private boolean isUnwanted(TaskId id, JobSpec launchedAs) {
        JobModel job = jobs.get(id.jobName());
        if (job == null || !isWanted(job)) {
            return true;
        }
        boolean daemonConcerned = job.spec.isDaemon() || launchedAs.isDaemon();
        return id.item() >= job.spec.items() || daemonConcerned && job.spec.restarts(launchedAs);
    }

    // Firings

    /** The cron fires at a leader that may die before it has written so. */
    void fired(String cron, int looked) {
        for (String name : Names.JOBS) {
            JobModel job = jobs.get(name);
            if (job == null || job.changed > looked) {
                ledger(name).doubtfulFirings++;
            } else if (job.spec.cronText().equals(cron) && !job.spec.isDaemon() && isWanted(job)) {
                job.firings++;
            }
        }
    }

    /** What was not written dies with the leader. */
    void leaderGone() {
        jobs.values().forEach(job -> job.firings = 0);
        ledgers.values().forEach(ledger -> ledger.doubtfulFirings = 0);
    }

    // What the leader writes

    /** The leader has written; {@code decided} is {@link #now} when it last looked. */
    void leaderWrote(TreeState before, TreeState after, int decided) {
        Set<String> names = new TreeSet<>(before.jobs());
        names.addAll(after.jobs());
        names.forEach(name -> judge(name, before.job(name), after.job(name), decided));
    }

    private void judge(String name, TreeState.Job before, TreeState.Job after, int decided) {
        Collection<TaskId> added = minus(after.tasks(), before.tasks());
        Collection<TaskId> removed = minus(before.tasks(), after.tasks());
        JobModel job = jobs.get(name);
        boolean upToDate = job == null || job.changed <= decided;
        removed.forEach(id -> judgeEnd(id, job, after, upToDate));
        List<TaskId> launched = added.stream().filter(id -> real.apply(id).isEmpty()).toList();
        added.stream().filter(id -> !launched.contains(id)).forEach(id -> adopted(id, job));
        boolean ready = launched.stream().anyMatch(id -> id.type() == LaunchType.READY);
        if (ready) {
            judgeRun(name, job, launched, before, after, upToDate);
        } else {
            judgeReady(name, job, before, after, upToDate);
        }
        judgeFailover(name, job, launched, removed, before, after, upToDate);
        if (job != null) {
            job.ready = after.ready();
            job.failover = new TreeMap<>(after.failover());
        }
    }

    private static Collection<TaskId> minus(Map<Integer, TaskId> tasks, Map<Integer, TaskId> others) {
        return tasks.values().stream().filter(id -> !others.containsValue(id)).toList();
    }

    private void adopted(TaskId id, JobModel job) {
        demand(real.apply(id).filter(task -> !task.forgotten).isPresent(), "%s is adopted, but nobody will hear of it", id);
        demand(job != null && isWanted(job), "%s is adopted, but is not wanted", id);
        TaskModel known = tasks.computeIfAbsent(id, task -> new TaskModel(new Item(), job.spec, false));
        known.mayBeKilled = true;
        givenUp.remove(id);
    }

    private void judgeRun(String name, JobModel job, List<TaskId> launched, TreeState.Job before, TreeState.Job after,
            boolean upToDate) {
        demand(job != null && isWanted(job), "a run of %s is launched that nobody wants", name);
        demand(before.ready() > 0, "a run of %s is launched that nobody asked for", name);
        demand(before.failover().isEmpty(), "a run of %s is launched before its failover entries", name);
        Set<Integer> items = launched.stream().map(TaskId::item).collect(Collectors.toCollection(TreeSet::new));
        if (job.spec.isDaemon()) {
            demand(after.ready() == 0, "the entry of daemon %s outlives its launch", name);
        } else {
            demand(after.ready() == before.ready() - 1, "a run of %s takes %d entries", name,
                    before.ready() - after.ready());
            demand(before.tasks().isEmpty(), "a run of %s is launched beside %s", name, before.tasks());
            demand(!upToDate || items.equals(IntStream.range(0, job.spec.items()).boxed().collect(Collectors.toSet())),
                    "a run of %s is launched with items %s of %d", name, items, job.spec.items());
            ledger(name).launched++;
            ledger(name).lastBegun = ++now;
        }
        launched.forEach(id -> tasks.put(id, new TaskModel(new Item(), job.spec, !upToDate)));
    }

    private void judgeReady(String name, JobModel job, TreeState.Job before, TreeState.Job after, boolean upToDate) {
        int more = after.ready() - before.ready();
        if (more == 0) {
            return;
        }
        if (job == null || !isWanted(job)) {
            // What was decided before the job was disabled is taken back when the leader learns of that.
            demand(more < 0 || job != null && !upToDate, "%s is queued, but not wanted", name);
            demand(more > 0 || job == null || !job.keepsBacklog || !upToDate, "%s loses a backlog that is to be kept", name);
            int runs = job == null || job.spec.isDaemon() ? 0 : more;
            accept(name, Math.max(0, runs));
            cancel(name, Math.max(0, -runs));
        } else if (job.spec.isDaemon()) {
            demand(more < 0 || after.ready() == 1 || !upToDate, "daemon %s is queued %d times", name, after.ready());
        } else if (more < 0) {
            demand(!upToDate || -more <= job.surplus, "%d runs of %s are dropped from the queue", -more, name);
            job.surplus = 0;
            cancel(name, -more);
        } else {
            Ledger ledger = ledger(name);
            demand(more <= job.firings + ledger.doubtfulFirings, "%d runs of %s are queued for %d firings", more, name,
                    job.firings + ledger.doubtfulFirings);
            demand(job.spec.misfire() || before.ready() == 0 && after.ready() == 1 || !upToDate, "%s without misfire is queued %d times", name,
                    after.ready());
            ledger.doubtfulFirings -= Math.max(0, more - job.firings);
            job.firings = job.spec.misfire() ? Math.max(0, job.firings - more) : 0;
            accept(name, more);
        }
    }

    private void judgeFailover(String name, JobModel job, List<TaskId> launched, Collection<TaskId> removed,
            TreeState.Job before, TreeState.Job after, boolean upToDate) {
        after.failover().forEach((item, original) -> {
            boolean isNew = !original.equals(before.failover().get(item));
            demand(!isNew || removed.stream().anyMatch(id -> id.toString().equals(original)),
                    "%s item %s is queued for failover of %s, which has not just ended", name, item, original);
        });
        Set<Integer> gone = new HashSet<>(before.failover().keySet());
        gone.removeAll(after.failover().keySet());
        for (TaskId id : launched) {
            if (id.type() == LaunchType.FAILOVER) {
                demand(gone.remove(id.item()), "%s is launched without a failover entry, or leaves it", id);
                demand(job != null && (isWanted(job) || job.keepsBacklog && !upToDate), "%s is launched, but not wanted", id);
                Item item = Optional.ofNullable(tasks.get(TaskId.parse(before.failover().get(id.item()))))
                        .map(original -> original.item).orElseGet(Item::new);
                tasks.put(id, new TaskModel(item, job.spec, !upToDate));
            }
        }
        for (int item : gone) {
            demand(job == null || !isWanted(job) || item >= job.spec.items() || !upToDate,
                    "the failover entry of %s item %d is dropped", name, item);
        }
    }

    private void judgeEnd(TaskId id, JobModel job, TreeState.Job after, boolean upToDate) {
        Optional<SimulatedTask> task = real.apply(id);
        boolean running = task.filter(SimulatedTask::isAlive).isPresent();
        boolean outOfSight = task.filter(this::isOutOfSightForTooLong).isPresent();
        demand(!running || outOfSight, "the record of %s is removed, but it runs", id);
        givenUp.add(id);
        TaskModel model = tasks.get(id);
        if (model == null || model.mayBeKilled || outOfSight || !upToDate || job == null || !isWanted(job) || id.item() >= job.spec.items()) {
            return;
        }
        boolean queued = after.failover().containsKey(id.item());
        TaskState end = task.map(SimulatedTask::state).orElse(TaskState.TASK_DROPPED);
        boolean fine = end == TaskState.TASK_FINISHED || end == TaskState.TASK_KILLED;
        demand(!fine || !queued, "%s ended as %s and is launched again", id, end);
        if (!fine && !job.spec.isDaemon()) {
            demand(queued || model.item.begun && !job.spec.failover(),
                    "item %s of a run is lost: %s ended as %s", id.item(), id, end);
        }
    }

    private boolean isOutOfSightForTooLong(SimulatedTask task) {
        return agentOf.apply(task).isMissedFor(SimulatedLeader.UNREACHABLE_LIMIT, clock.instant());
    }

    // What really happens

    @Override
    public void accepted(SimulatedTask task) {
        demand(recorded.apply(task.id()), givenUp.contains(task.id())
                ? "%s is launched after its record was removed" : "%s is launched without a record", task.id());
    }

    @Override
    public void started(SimulatedTask task) {
        TaskModel model = tasks.get(task.id());
        model.item.begun = true;
    }

    /** No item runs twice at once, save on agents that were out of sight for too long. */
    void judgeRunning(Collection<SimulatedTask> alive) {
        Map<MetaInfo, TaskId> running = new HashMap<>();
        for (SimulatedTask task : alive) {
            if (!givenUp.contains(task.id())) {
                TaskId other = running.put(task.item(), task.id());
                demand(other == null, "%s runs beside %s", task.id(), other);
            }
        }
    }

    @Override
    public void killed(SimulatedTask task) {
        TaskModel model = tasks.get(task.id());
        demand(!recorded.apply(task.id()) || model.mayBeKilled, "%s is killed without a reason", task.id());
    }

    @Override
    public void acknowledged(SimulatedTask task, TaskStatus status) {
        boolean last = task.hasEnded() && task.unacknowledged().isEmpty();
        demand(!last || !recorded.apply(task.id()), "the end of %s is acknowledged before it is written", task.id());
    }

    @Override
    public void misused(String what) {
        throw new RuleBroken(what);
    }

    /** The queues of the tree are those of the model. */
    void judgeQueues(TreeState tree) {
        for (String name : Names.JOBS) {
            TreeState.Job stored = tree.job(name);
            if (job(name).filter(job -> isWanted(job) || job.keepsBacklog).isEmpty()) {
                // What the leader queued just before the job was stopped is taken back when it learns of that.
                job(name).ifPresent(job -> followLeftovers(name, job, stored));
                continue;
            }
            // An entry of a daemon only says that the leader is to look; it looks anyway.
            job(name).filter(job -> job.spec.isDaemon()).ifPresent(job -> job.ready = stored.ready());
            int ready = job(name).map(job -> job.ready).orElse(0);
            demand(stored.ready() == ready, "the ready queue has %d runs of %s instead of %d", stored.ready(), name, ready);
            Map<Integer, String> failover = job(name).map(job -> job.failover).orElse(Map.of());
            demand(Objects.equals(stored.failover(), failover), "the failover queue of %s is %s instead of %s", name,
                    stored.failover(), failover);
        }
    }

    /** What the leader has queued behind an operation's look stays until the leader learns of the operation. */
    void followWhatTheLeaderQueued(TreeState tree) {
        jobs.forEach((name, job) -> {
            TreeState.Job stored = tree.job(name);
            job.failover = new TreeMap<>(stored.failover());
            if (!job.spec.isDaemon() && stored.ready() > job.ready) {
                job.surplus = stored.ready() - job.ready;
                job.ready = stored.ready();
                accept(name, job.surplus);
            }
        });
    }

    private void followLeftovers(String name, JobModel job, TreeState.Job stored) {
        if (!job.spec.isDaemon()) {
            cancel(name, job.ready - stored.ready());
        }
        job.ready = stored.ready();
        job.failover = new TreeMap<>(stored.failover());
    }

    /** Once nothing waits any more, every accepted trigger has led to a run, and no run to two. */
    void judgeLedgers() {
        jobs.forEach((name, job) -> demand(!job.spec.misfire() || job.firings == 0, "%d firings of %s were lost",
                job.firings, name));
        ledgers.forEach((name, ledger) -> {
            int waiting = job(name).filter(job -> !job.spec.isDaemon()).map(job -> job.ready).orElse(0);
            demand(ledger.accepted == ledger.launched + ledger.cancelled + waiting,
                    "of %d accepted runs of %s %d were launched, %d cancelled, %d wait", ledger.accepted, name,
                    ledger.launched, ledger.cancelled, waiting);
        });
    }

    static void demand(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            throw new RuleBroken(otherwise, values);
        }
    }
}
