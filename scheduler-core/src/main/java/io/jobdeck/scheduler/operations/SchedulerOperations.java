package io.jobdeck.scheduler.operations;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;

/**
 * What can be done to apps and jobs (spec section 4). Each operation is stored whole or not at all; the leading
 * scheduler then brings the cluster to what was stored. Calls block until the result is known; safe on any thread, but
 * not for the interface thread.
 *
 * <p>Every operation throws {@link OperationException} when it is refused or cannot be done.
 */
public interface SchedulerOperations {

    /** Stores a new app. Refused if one of that name exists. */
    void registerApp(AppConfig app, Caller caller);

    /** Replaces the config of an app; members this version does not know and that are not sent are kept. */
    void updateApp(AppConfig app, Caller caller);

    /** Stops all jobs of an app and keeps them from running. Changes nothing if it is disabled already. */
    void disableApp(String app, Caller caller);

    /** Lets the jobs of an app run again, save those that are disabled themselves. */
    void enableApp(String app, Caller caller);

    /** Removes an app with all its jobs; its executors are told to stop. */
    void deregisterApp(String app, Caller caller);

    /** Stores a new job. Refused if one of that name exists or its app does not. */
    void registerJob(JobConfig job, Caller caller);

    /** Replaces the config of a job; members this version does not know and that are not sent are kept. */
    void updateJob(JobConfig job, Caller caller);

    /** Kills the job's tasks, stops its cron and empties its queues. Changes nothing if it is disabled already. */
    void disableJob(String job, Caller caller);

    /** Lets the job run again. Changes nothing if it is enabled already. */
    void enableJob(String job, Caller caller);

    /** Removes a job and all that belongs to it; its tasks are killed. */
    void deregisterJob(String job, Caller caller);

    /** Queues one run of a transient job now, under the misfire rule (spec section 5.3). */
    void triggerJob(String job, Caller caller);
}
