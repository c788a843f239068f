package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The registry as the loop knows it, with an index of what has to be looked at. Owned by the loop's thread. */
final class ClusterState {

    private final Map<String, AppState> apps = new HashMap<>();
    private final Map<String, JobState> jobs = new LinkedHashMap<>();
    private final ExecutorIndex executors = new ExecutorIndex();
    private final TaskIndex tasks = new TaskIndex();
    private final Set<String> readyJobs = new HashSet<>();
    private final Set<String> failoverJobs = new HashSet<>();
    private final Set<String> changedJobs = new LinkedHashSet<>();
    private final Set<String> changedApps = new LinkedHashSet<>();
    private final UnsentLaunches unsent = new UnsentLaunches();
    private Optional<String> frameworkId = Optional.empty();

    /** Returns the job's state, a new one if the job was not known. */
    JobState job(String name) {
        return jobs.computeIfAbsent(name, JobState::new);
    }

    Optional<JobState> findJob(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    Collection<JobState> jobs() {
        return jobs.values();
    }

    void forget(JobState job) {
        jobs.remove(job.name());
        readyJobs.remove(job.name());
        failoverJobs.remove(job.name());
    }

    /** Returns the app's state, a new one if the app was not known. */
    AppState app(String name) {
        return apps.computeIfAbsent(name, AppState::new);
    }

    Optional<AppState> findApp(String name) {
        return Optional.ofNullable(apps.get(name));
    }

    void forgetIfEmpty(AppState app) {
        if (!app.registered && app.jobs.isEmpty() && !app.disabled && !app.disableInfo.nodeExists) {
            apps.remove(app.name());
        }
    }

    ExecutorIndex executors() {
        return executors;
    }

    /** Returns all tasks in flight. */
    TaskIndex tasks() {
        return tasks;
    }

    /**
     * Adds a task of the job, or puts a newer record of it in the place of an older one.
     *
     * @return the node's worth of tasks that it belongs to
     */
    RunPart put(JobState job, TaskRecord task) {
        tasks.remove(job.tasks.get(task.taskId().item()));
        tasks.add(task);
        return job.put(task);
    }

    /** Removes a task that has ended. */
    void remove(JobState job, TaskRecord task) {
        tasks.remove(job.tasks.get(task.taskId().item()));
        job.remove(task);
    }

    UnsentLaunches unsent() {
        return unsent;
    }

    Optional<String> frameworkId() {
        return frameworkId;
    }

    void setFrameworkId(Optional<String> id) {
        frameworkId = id;
    }

    /** Changes what is known of the job, which must be looked at then. */
    void changeJob(String name, Consumer<JobState> change) {
        JobState job = job(name);
        change.accept(job);
        changed(job);
    }

    /** Changes what is known of the app, which must be looked at then with all its jobs. */
    void changeApp(String name, Consumer<AppState> change) {
        AppState app = app(name);
        change.accept(app);
        changed(app);
    }

    /** Notes that the job must be looked at. */
    void changed(JobState job) {
        changedJobs.add(job.name());
    }

    /** Notes that the app and all its jobs must be looked at. */
    void changed(AppState app) {
        changedApps.add(app.name());
        changedJobs.addAll(app.jobs);
    }

    List<JobState> takeChangedJobs() {
        List<JobState> taken = new ArrayList<>(changedJobs.size());
        changedJobs.forEach(name -> findJob(name).ifPresent(taken::add));
        changedJobs.clear();
        return taken;
    }

    List<AppState> takeChangedApps() {
        List<AppState> taken = new ArrayList<>(changedApps.size());
        changedApps.forEach(name -> taken.add(app(name)));
        changedApps.clear();
        return taken;
    }

    boolean hasChanges() {
        return !changedJobs.isEmpty() || !changedApps.isEmpty();
    }

    Optional<AppConfig> appOf(JobState job) {
        return job.config.flatMap(config -> findApp(config.appName())).flatMap(AppState::config);
    }

    /** Returns whether the job or its app is disabled. */
    boolean isDisabled(JobState job) {
        return job.disabled || job.config.flatMap(config -> findApp(config.appName())).map(app -> app.disabled).orElse(false);
    }

    /** Returns whether all that disables the job says that its queues stay as they are meanwhile. */
    boolean keepsBacklog(JobState job) {
        Optional<AppState> app = job.config.flatMap(config -> findApp(config.appName())).filter(found -> found.disabled);
        return (!job.disabled || job.disableInfo.keepsBacklog())
                && app.map(found -> found.disableInfo.keepsBacklog()).orElse(true);
    }

    /** Changes the job's entry in the ready queue; null for none. */
    void setReady(JobState job, ReadyEntry entry) {
        job.ready = entry;
        if (entry == null) {
            readyJobs.remove(job.name());
        } else {
            readyJobs.add(job.name());
        }
    }

    /** Reserves a place in the ready queue for a job, unless it holds as many jobs as it may. */
    boolean reserveReady(JobState job, int most) {
        return readyJobs.contains(job.name()) || (readyJobs.size() < most && readyJobs.add(job.name()));
    }

    /** Gives up a place that was reserved but not taken. */
    void releaseReady(JobState job) {
        if (job.ready == null) {
            readyJobs.remove(job.name());
        }
    }

    int readyJobs() {
        return readyJobs.size();
    }

    /** Adds an entry to the failover queue. */
    void putFailover(JobState job, int item, String taskId) {
        job.failover.put(item, taskId);
        failoverJobs.add(job.name());
    }

    /** Removes an entry of the failover queue. */
    void removeFailover(JobState job, int item) {
        job.failover.remove(item);
        if (job.failover.isEmpty()) {
            failoverJobs.remove(job.name());
        }
    }

    /** Returns whether the failover queue, which may hold so many jobs, may hold the job. */
    boolean mayFailOver(JobState job, int most) {
        return failoverJobs.contains(job.name()) || failoverJobs.size() < most;
    }

    /** Returns whether the job is registered, readable and enabled, and its app too. */
    boolean isWanted(JobState job) {
        return job.config.isPresent() && !isDisabled(job) && appOf(job).isPresent();
    }

    /** Returns the record of exactly this task. */
    Optional<TaskRecord> findTask(TaskId id) {
        return findJob(id.jobName()).flatMap(job -> job.task(id.metaInfo())).filter(task -> task.taskId().equals(id));
    }
}
