package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ConfigVersion;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.model.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What can be done to apps, jobs, tasks and queues (spec section 4). Each operation is stored whole or not at all; the
 * leading scheduler then brings the cluster to what was stored. Calls block until the result is known; safe on any
 * thread, but not for the interface thread.
 *
 * <p>Every operation throws {@link OperationException} when it is refused or cannot be done.
 */
public interface SchedulerOperations {

    /** Stores a new app. Refused if one of that name exists. */
    void registerApp(AppConfig app, Caller caller);

    /**
     * Replaces the config of an app; members this version does not know and that are not sent are kept. Its executors are
     * replaced when their tasks have ended.
     *
     * @param basis the state the update was made from, refused as stale if it has changed since; empty to overwrite
     */
    void updateApp(AppConfig app, Optional<ConfigVersion> basis, Caller caller);

    /** Stops all jobs of an app and keeps them from running. Changes nothing if it is disabled already. */
    void disableApp(String app, DisableOptions options, Caller caller);

    /** Lets the jobs of an app run again, save those that are disabled themselves. */
    void enableApp(String app, Caller caller);

    /** Removes an app with all its jobs; its executors are told to stop. */
    void deregisterApp(String app, Caller caller);

    /** Stores a new job. Refused if one of that name exists or its app does not. */
    void registerJob(JobConfig job, Caller caller);

    /**
     * Replaces the config of a job; members this version does not know and that are not sent are kept.
     *
     * @param basis the state the update was made from, refused as stale if it has changed since; empty to overwrite
     */
    void updateJob(JobConfig job, Optional<ConfigVersion> basis, Caller caller);

    /**
     * Kills the job's tasks, stops its cron and empties its queues. Of a job that is disabled already only who, until
     * when and whether the backlog is kept can change.
     */
    void disableJob(String job, DisableOptions options, Caller caller);

    /** Lets the job run again. Changes nothing if it is enabled already. */
    Enabled enableJob(String job, Caller caller);

    /** Removes a job and all that belongs to it; its tasks are killed. */
    void deregisterJob(String job, Caller caller);

    /**
     * Queues a run of a transient job, or has the tasks of a daemon job fire now. Refused if the job or its app is
     * disabled, or an item does not exist.
     */
    void triggerJob(String job, TriggerOptions options, Caller caller);

    /** Kills a task in flight. A daemon's item is launched again, another is not. */
    void killTask(TaskId task, Caller caller);

    /** Kills the job's tasks in flight as {@link #killTask} does, and returns how many there were. */
    int killTasks(String job, Caller caller);

    /**
     * Takes runs of a transient job out of the ready queue.
     *
     * @param runs how many at most, at least 1; empty for all, one-off runs included
     * @return how many there were to take
     */
    int removeReady(String job, OptionalInt runs, Caller caller);

    /** Takes a one-off run out of the queue before it is launched. */
    void removeRun(String job, String runId, Caller caller);

    /**
     * Takes items of a job out of the failover queue; a daemon's item is then launched afresh.
     *
     * @param item which; empty for all
     * @return how many there were
     */
    int removeFailover(String job, OptionalInt item, Caller caller);

    /** Has the leader compare tasks with what Mesos knows. Refused within 10 s of the last (spec section 4.3). */
    void reconcile(ReconcileRequest.Kind kind, Caller caller);

    /** Does the same to many jobs, each for itself in the order given, and tells what came of each. */
    List<JobOutcome> onJobs(List<String> jobs, JobAction action, Caller caller);

    /** {@link #updateApp(AppConfig, Optional, Caller)} that overwrites whatever is stored, as 2.1.5 does. */
    default void updateApp(AppConfig app, Caller caller) {
        updateApp(app, Optional.empty(), caller);
    }

    /** {@link #updateJob(JobConfig, Optional, Caller)} that overwrites whatever is stored, as 2.1.5 does. */
    default void updateJob(JobConfig job, Caller caller) {
        updateJob(job, Optional.empty(), caller);
    }

    /** {@link #disableApp(String, DisableOptions, Caller)} with {@link DisableOptions#STANDARD}. */
    default void disableApp(String app, Caller caller) {
        disableApp(app, DisableOptions.STANDARD, caller);
    }

    /** {@link #disableJob(String, DisableOptions, Caller)} with {@link DisableOptions#STANDARD}. */
    default void disableJob(String job, Caller caller) {
        disableJob(job, DisableOptions.STANDARD, caller);
    }

    /** {@link #triggerJob(String, TriggerOptions, Caller)} with {@link TriggerOptions#STANDARD}. */
    default void triggerJob(String job, Caller caller) {
        triggerJob(job, TriggerOptions.STANDARD, caller);
    }
}
