package io.jobdeck.scheduler.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The durable record of one task in flight, transient or daemon. It is written before the task is launched and deleted
 * when the task's end has been dealt with, so whoever leads knows every run.
 *
 * @param taskId id of the task
 * @param appName app whose package it runs
 * @param agentHost host name of its agent, for people
 * @param executorId executor it runs in, or empty for a task of Mesos' own command executor
 * @param runId shared by all items of one run
 * @param configDigest digest of the config it was launched with
 * @param state last state known
 * @param launchedAt when the scheduler decided to launch it
 * @param since when it entered {@code state}
 * @param idle daemon only: between two firings
 * @param originalTaskId failover only: id of the task that failed
 * @param origin what it was launched for
 * @param started whether an executor has taken it; not so long as it may have been lost on its way
 * @param passed states it was in since its launch and before {@code state}, oldest first, without {@code STAGING} and, of
 *     many, only the newest; its present state stands here too once {@code since} tells of a later change in it
 */
public record TaskRecord(
        TaskId taskId,
        String appName,
        String agentHost,
        Optional<String> executorId,
        String runId,
        String configDigest,
        TaskState state,
        Instant launchedAt,
        Instant since,
        boolean idle,
        Optional<String> originalTaskId,
        Origin origin,
        boolean started,
        List<Step> passed) {

    private static final int MOST_STEPS = 6;

    /**
     * A state that a task was in.
     *
     * @param state the state
     * @param since when it entered it
     */
    public record Step(TaskState state, Instant since) {

        public Step {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(since, "since");
        }
    }

    /**
     * What a task was launched for.
     *
     * @param daemon whether its job was a daemon then
     * @param jobParameter the parameter of a one-off run, used instead of the job's; empty for the job's own
     * @param part which part of its run it was launched with, from 0; runs are launched whole unless their job allows parts
     */
    public record Origin(boolean daemon, Optional<String> jobParameter, int part) {

        /** An ordinary run of a transient job. */
        public static final Origin TRANSIENT = new Origin(false, Optional.empty(), 0);

        /** A task of a daemon. */
        public static final Origin DAEMON = new Origin(true, Optional.empty(), 0);

        public Origin {
            Objects.requireNonNull(jobParameter, "jobParameter");
        }

        /** Returns the origin of an ordinary task of a job. */
        public static Origin of(JobConfig job) {
            return job.isDaemon() ? DAEMON : TRANSIENT;
        }
    }

    public TaskRecord {
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(appName, "appName");
        Objects.requireNonNull(agentHost, "agentHost");
        Objects.requireNonNull(executorId, "executorId");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(configDigest, "configDigest");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(launchedAt, "launchedAt");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(originalTaskId, "originalTaskId");
        Objects.requireNonNull(origin, "origin");
        passed = List.copyOf(passed);
    }

    /** A task of which no states are known that it was in before. */
    public TaskRecord(TaskId taskId, String appName, String agentHost, Optional<String> executorId, String runId,
            String configDigest, TaskState state, Instant launchedAt, Instant since, boolean idle,
            Optional<String> originalTaskId, Origin origin, boolean started) {
        this(taskId, appName, agentHost, executorId, runId, configDigest, state, launchedAt, since, idle, originalTaskId,
                origin, started, List.of());
    }

    /** A task of an ordinary run of a transient job, which has started if its state says so. */
    public TaskRecord(TaskId taskId, String appName, String agentHost, Optional<String> executorId, String runId,
            String configDigest, TaskState state, Instant launchedAt, Instant since, boolean idle,
            Optional<String> originalTaskId) {
        this(taskId, appName, agentHost, executorId, runId, configDigest, state, launchedAt, since, idle, originalTaskId,
                Origin.TRANSIENT, isStarted(state));
    }

    private static boolean isStarted(TaskState state) {
        return state == TaskState.STARTING || state == TaskState.RUNNING || state == TaskState.KILLING;
    }

    /** Returns the job and item it runs. */
    public MetaInfo metaInfo() {
        return taskId.metaInfo();
    }

    /** Returns the same task in another state, or idle or busy, since {@code when}. */
    public TaskRecord in(TaskState newState, boolean nowIdle, Instant when) {
        return new TaskRecord(taskId, appName, agentHost, executorId, runId, configDigest, newState, launchedAt, when,
                nowIdle, originalTaskId, origin, started || isStarted(newState), states());
    }

    /** Returns all states it has been in as far as they are known, oldest first, the present one last. */
    public List<Step> timeline() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(TaskState.STAGING, launchedAt));
        steps.addAll(passed);
        if (steps.get(steps.size() - 1).state() != state) {
            steps.add(new Step(state, since));
        }
        return steps;
    }

    /**
     * Returns since when it has been at work: a daemon's since its firing began, as far as that is known, and not between
     * firings; another since its launch.
     */
    public Optional<Instant> busySince() {
        if (!origin.daemon()) {
            return Optional.of(launchedAt);
        }
        // Before the first firing a daemon is not idle and does nothing, and how long that goes on says nothing.
        boolean hasFired = !passed.isEmpty() && passed.get(passed.size() - 1).state() == TaskState.RUNNING;
        return Optional.of(since).filter(begun -> hasFired && !idle && state == TaskState.RUNNING);
    }

    private List<Step> states() {
        List<Step> steps = timeline();
        return steps.subList(Math.max(1, steps.size() - MOST_STEPS), steps.size());
    }
}
