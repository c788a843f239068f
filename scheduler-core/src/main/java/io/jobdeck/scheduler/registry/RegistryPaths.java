package io.jobdeck.scheduler.registry;

import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;

/**
 * Paths of the registry inside its namespace. Everything outside {@code /jobdeck} is the layout of Elastic-Job-Cloud
 * 2.1.5 (spec section 2); {@code /jobdeck} holds what only this scheduler knows.
 */
public final class RegistryPaths {

    public static final String CONFIG_APPS = "/config/app";
    public static final String CONFIG_JOBS = "/config/job";
    public static final String READY = "/state/ready";
    public static final String RUNNING = "/state/running";
    public static final String FAILOVER = "/state/failover";
    public static final String DISABLED_APPS = "/state/disable/app";
    public static final String DISABLED_JOBS = "/state/disable/job";
    public static final String FRAMEWORK_ID = "/ha/framework_id";
    public static final String ELECTION = "/ha/election";

    /** Its version is the leader's epoch, its value a {@code LeaderInfo}. */
    public static final String EPOCH = "/jobdeck/epoch";
    /** Per app: what the 2.1.5 node has no place for. */
    public static final String APP_INFO = "/jobdeck/app";
    /** Per job: the result of its newest run; below it the records of its tasks in flight, by parts of runs. */
    public static final String JOB_STATUS = "/jobdeck/job";
    public static final String DISABLED_APP_INFO = "/jobdeck/disabled/app";
    public static final String DISABLED_JOB_INFO = "/jobdeck/disabled/job";
    public static final String WAITING = "/jobdeck/waiting";
    /** Executors that were started and have not been seen to end. */
    public static final String EXECUTORS = "/jobdeck/executor";

    /** Runs asked for with a parameter or items of their own. */
    public static final String RUNS = "/jobdeck/run";
    /** Tasks that somebody wants killed. */
    public static final String KILLS = "/jobdeck/kill";
    /** Daemon jobs that somebody wants to fire now. */
    public static final String TRIGGERS = "/jobdeck/trigger";
    /** The newest request to reconcile. */
    public static final String RECONCILE = "/jobdeck/reconcile";
    /** Items that failed, with how often. */
    public static final String ATTEMPTS = "/jobdeck/attempt";
    /** Tasks that were given up and whose end is not known. */
    public static final String LOST_TASKS = "/jobdeck/lost";
    /** Per app and job: what its newest updates changed. */
    public static final String APP_CHANGES = "/jobdeck/change/app";
    public static final String JOB_CHANGES = "/jobdeck/change/job";
    /** Who did what, newest last. */
    public static final String AUDIT = "/jobdeck/audit";

    private RegistryPaths() {
    }

    public static String configApp(String app) {
        return CONFIG_APPS + "/" + app;
    }

    public static String configJob(String job) {
        return CONFIG_JOBS + "/" + job;
    }

    public static String ready(String job) {
        return READY + "/" + job;
    }

    public static String running(String job) {
        return RUNNING + "/" + job;
    }

    public static String running(MetaInfo task) {
        return RUNNING + "/" + task.jobName() + "/" + task;
    }

    public static String failover(String job) {
        return FAILOVER + "/" + job;
    }

    public static String failover(MetaInfo task) {
        return FAILOVER + "/" + task.jobName() + "/" + task;
    }

    public static String disabledApp(String app) {
        return DISABLED_APPS + "/" + app;
    }

    public static String disabledJob(String job) {
        return DISABLED_JOBS + "/" + job;
    }

    public static String appInfo(String app) {
        return APP_INFO + "/" + app;
    }

    public static String jobStatus(String job) {
        return JOB_STATUS + "/" + job;
    }

    /** Returns the node that holds the records of some tasks of one run of the job. */
    public static String runPart(String job, String part) {
        return JOB_STATUS + "/" + job + "/" + part;
    }

    public static String disabledAppInfo(String app) {
        return DISABLED_APP_INFO + "/" + app;
    }

    public static String disabledJobInfo(String job) {
        return DISABLED_JOB_INFO + "/" + job;
    }

    public static String waiting(String job) {
        return WAITING + "/" + job;
    }

    public static String executor(String executorId) {
        return EXECUTORS + "/" + executorId;
    }

    public static String run(String job, String runId) {
        return RUNS + "/" + job + MetaInfo.SEPARATOR + runId;
    }

    public static String kill(TaskId task) {
        return KILLS + "/" + task;
    }

    public static String trigger(String job) {
        return TRIGGERS + "/" + job;
    }

    public static String attempt(MetaInfo task) {
        return ATTEMPTS + "/" + task;
    }

    public static String lostTask(TaskId task) {
        return LOST_TASKS + "/" + task;
    }

    public static String appChanges(String app) {
        return APP_CHANGES + "/" + app;
    }

    public static String jobChanges(String job) {
        return JOB_CHANGES + "/" + job;
    }

    public static String audit(String entry) {
        return AUDIT + "/" + entry;
    }
}
