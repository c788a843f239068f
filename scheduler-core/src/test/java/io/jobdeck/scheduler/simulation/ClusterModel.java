package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.model.DaemonTrigger;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** The apps, jobs, queues and tasks as they are by the rules. */
final class ClusterModel {

    private final Map<String, AppModel> apps = new TreeMap<>();
    private final Map<String, JobModel> jobs = new TreeMap<>();
    private final Map<TaskId, TaskModel> tasks = new HashMap<>();
    private final Map<String, Ledger> ledgers = new TreeMap<>();
    private final Set<TaskId> givenUp = new HashSet<>();
    private int now;

    /** An app as it was registered. */
    static final class AppModel {
        int size;
        final Rest rest = new Rest();
    }

    /** Whether and how an app or a job is disabled. */
    static final class Rest {
        boolean disabled;
        /** Whether what is queued waits meanwhile. */
        boolean keepsBacklog;
        /** When it ends by itself. */
        Optional<Instant> until = Optional.empty();

        void begin(boolean keepingBacklog, Optional<Instant> end) {
            disabled = true;
            keepsBacklog = keepingBacklog;
            until = end;
        }

        void end() {
            disabled = false;
            keepsBacklog = false;
            until = Optional.empty();
        }
    }

    /** A job as it was registered, and its queues. */
    static final class JobModel {
        JobSpec spec;
        final Rest rest = new Rest();
        int ready;
        Map<Integer, String> failover = new TreeMap<>();
        /** Runs that wait by themselves, by their id. */
        final Map<String, OneOffRun> runs = new TreeMap<>();
        /** Those among them that somebody asked for, with the count of changes when they did. */
        final Map<String, Integer> decided = new TreeMap<>();
        /** Runs that were asked for just now, whose ids nobody knows yet. */
        final List<Wanted> wantedRuns = new ArrayList<>();
        /** The firing that is asked of a daemon. */
        Optional<DaemonTrigger> trigger = Optional.empty();
        /** A firing that was asked for just now, whose id nobody knows yet. */
        Optional<Wanted> wantedTrigger = Optional.empty();
        /** Runs that were queued for what the job was before an update. */
        int surplus;
        /** Firings that must be queued. */
        int firings;
        int changed;
    }

    /** A run with a parameter or items of its own, as somebody asked for it. */
    record Wanted(Optional<String> parameter, SortedSet<Integer> items) { }

    /** Counts of one job, which outlive its registration. */
    static final class Ledger {
        int accepted;
        int cancelled;
        int launched;
        /** Firings that the leader may or may not have taken for this job's. */
        int doubtfulFirings;
    }

    /** One item of one run, over all the tasks that it takes. */
    static final class Item {
        final String run;
        final Optional<String> parameter;
        boolean begun;

        /** An item of a run that nothing is known of. */
        Item() {
            this("", Optional.empty());
        }

        Item(String run, Optional<String> parameter) {
            this.run = run;
            this.parameter = parameter;
        }
    }

    /** A task that was launched for a run. */
    static final class TaskModel {
        final Item item;
        final JobSpec spec;
        boolean mayBeKilled;
        /** The count of changes when somebody asked for its end; 0 if nobody has. */
        int endWanted;

        TaskModel(Item item, JobSpec spec, boolean mayBeKilled) {
            this.item = item;
            this.spec = spec;
            this.mayBeKilled = mayBeKilled;
        }

        String parameter() {
            return item.parameter.orElse(spec.parameterText());
        }
    }

    Map<TaskId, TaskModel> tasks() {
        return tasks;
    }

    Map<String, Ledger> ledgers() {
        return ledgers;
    }

    /** Returns the tasks whose records were removed, though they may go on where nobody sees them. */
    Set<TaskId> givenUp() {
        return givenUp;
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

    List<String> jobsOf(String app) {
        return jobs.keySet().stream().filter(job -> jobs.get(job).spec.appName().equals(app)).toList();
    }

    boolean isWanted(JobModel job) {
        AppModel app = apps.get(job.spec.appName());
        return !job.rest.disabled && app != null && !app.rest.disabled;
    }

    /** Returns whether the job rests and all that waits of it is to wait until it may run again. */
    boolean keepsBacklog(JobModel job) {
        AppModel app = apps.get(job.spec.appName());
        return !isWanted(job) && app != null && (!job.rest.disabled || job.rest.keepsBacklog)
                && (!app.rest.disabled || app.rest.keepsBacklog);
    }

    Ledger ledger(String job) {
        return ledgers.computeIfAbsent(job, name -> new Ledger());
    }

    /** Returns a number that grows with every change of a job. */
    int now() {
        return now;
    }

    /** Counts a change that leaves in force what the leader has decided. */
    int tick() {
        return ++now;
    }

    void accept(String name, int more) {
        ledger(name).accepted += more;
    }

    void cancel(String name, int runs) {
        ledger(name).cancelled += runs;
    }

    void emptyQueues(String name) {
        JobModel job = jobs.get(name);
        if (!job.spec.isDaemon()) {
            cancel(name, job.ready);
        }
        job.ready = 0;
        job.failover.clear();
        job.runs.clear();
    }

    /** An operation concerns all jobs of an app. */
    void touch(String app) {
        jobsOf(app).forEach(this::touchJob);
    }

    /** An operation concerns a job: what the leader decided before it looks again may be out of date. */
    void touchJob(String name) {
        JobModel job = jobs.get(name);
        job.changed = ++now;
        ledger(name).doubtfulFirings += job.firings;
        job.firings = 0;
        markKillable(name);
    }

    void markKillable(String job) {
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
}
