package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The registry as the loop knows it, with an index of what has to be looked at. Owned by the loop's thread. */
final class ClusterState {

    private final Map<String, AppState> apps = new HashMap<>();
    private final Map<String, JobState> jobs = new LinkedHashMap<>();
    private final ExecutorIndex executors = new ExecutorIndex();
    private final TaskIndex tasks = new TaskIndex();
    private final Set<String> changedJobs = new LinkedHashSet<>();
    private final Set<String> changedApps = new LinkedHashSet<>();
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
    }

    /** Returns the app's state, a new one if the app was not known. */
    AppState app(String name) {
        return apps.computeIfAbsent(name, AppState::new);
    }

    Optional<AppState> findApp(String name) {
        return Optional.ofNullable(apps.get(name));
    }

    void forgetIfEmpty(AppState app) {
        if (!app.registered && app.jobs.isEmpty() && !app.disabled) {
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

    Optional<String> frameworkId() {
        return frameworkId;
    }

    void setFrameworkId(Optional<String> id) {
        frameworkId = id;
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

    /** Returns whether the job is registered, readable and enabled, and its app too. */
    boolean isWanted(JobState job) {
        return job.config.isPresent() && !isDisabled(job) && appOf(job).isPresent();
    }

    /** Returns the record of exactly this task. */
    Optional<TaskRecord> findTask(TaskId id) {
        return findJob(id.jobName()).flatMap(job -> job.task(id.metaInfo())).filter(task -> task.taskId().equals(id));
    }
}
