package io.jobdeck.scheduler.model;

import java.time.Instant;
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
        Optional<String> originalTaskId) {

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
    }

    /** Returns the job and item it runs. */
    public MetaInfo metaInfo() {
        return taskId.metaInfo();
    }

    /** Returns the same task in another state, or idle or busy, since {@code when}. */
    public TaskRecord in(TaskState newState, boolean nowIdle, Instant when) {
        return new TaskRecord(taskId, appName, agentHost, executorId, runId, configDigest, newState, launchedAt, when,
                nowIdle, originalTaskId);
    }
}
