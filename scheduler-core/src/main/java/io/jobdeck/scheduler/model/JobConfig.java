package io.jobdeck.scheduler.model;

import com.google.gson.JsonObject;
import java.util.Objects;

/**
 * A job: a schedule that belongs to an app (spec section 3.2). Optional texts are empty, never null, save
 * {@code beanName} and {@code applicationContext}, which are null when absent, and so is {@code scriptCommandLine} when
 * the job is no script.
 *
 * @param jobName identity
 * @param appName app it belongs to
 * @param jobClass class that implements it; ignored for a script
 * @param jobType how its code is called
 * @param executionType who fires its cron
 * @param cron Quartz cron
 * @param shardingTotalCount number of items, at least 1
 * @param shardingItemParameters {@code 0=a,1=b}
 * @param jobParameter parameter of all items
 * @param failover whether a failed item is launched again
 * @param misfire whether firings that find the job running pile up
 * @param description free text
 * @param jobProperties handlers and whatever else was stored there
 * @param streamingProcess dataflow only: repeat while there is data
 * @param scriptCommandLine script only: command line
 * @param cpuCount cpus of one item
 * @param memoryMb memory of one item, in MB
 * @param beanName Spring bean; both or neither with applicationContext
 * @param applicationContext Spring context
 * @param policy what it says of its launches beyond 2.1.5
 * @param unknown members this version does not know; never changed, written back as they were
 */
public record JobConfig(
        String jobName,
        String appName,
        String jobClass,
        JobType jobType,
        ExecutionType executionType,
        String cron,
        int shardingTotalCount,
        String shardingItemParameters,
        String jobParameter,
        boolean failover,
        boolean misfire,
        String description,
        JsonObject jobProperties,
        boolean streamingProcess,
        String scriptCommandLine,
        double cpuCount,
        double memoryMb,
        String beanName,
        String applicationContext,
        LaunchPolicy policy,
        JsonObject unknown) {

    public JobConfig {
        Objects.requireNonNull(jobName, "jobName");
        Objects.requireNonNull(appName, "appName");
        Objects.requireNonNull(jobClass, "jobClass");
        Objects.requireNonNull(jobType, "jobType");
        Objects.requireNonNull(executionType, "executionType");
        Objects.requireNonNull(cron, "cron");
        Objects.requireNonNull(shardingItemParameters, "shardingItemParameters");
        Objects.requireNonNull(jobParameter, "jobParameter");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(policy, "policy");
        jobProperties = jobProperties.deepCopy();
        unknown = unknown.deepCopy();
    }

    /** Returns whether the scheduler fires it. */
    public boolean isTransient() {
        return executionType == ExecutionType.TRANSIENT;
    }

    /** Returns whether its tasks stay up and fire the cron themselves. */
    public boolean isDaemon() {
        return executionType == ExecutionType.DAEMON;
    }

    /** Returns the same job with other unknown members. */
    public JobConfig withUnknown(JsonObject members) {
        return new JobConfig(jobName, appName, jobClass, jobType, executionType, cron, shardingTotalCount,
                shardingItemParameters, jobParameter, failover, misfire, description, jobProperties, streamingProcess,
                scriptCommandLine, cpuCount, memoryMb, beanName, applicationContext, policy, members);
    }

    /** Returns the same job with another launch policy. */
    public JobConfig withPolicy(LaunchPolicy other) {
        return new JobConfig(jobName, appName, jobClass, jobType, executionType, cron, shardingTotalCount,
                shardingItemParameters, jobParameter, failover, misfire, description, jobProperties, streamingProcess,
                scriptCommandLine, cpuCount, memoryMb, beanName, applicationContext, other, unknown);
    }

    /** Returns the same job with another parameter. */
    public JobConfig withJobParameter(String parameter) {
        return new JobConfig(jobName, appName, jobClass, jobType, executionType, cron, shardingTotalCount,
                shardingItemParameters, parameter, failover, misfire, description, jobProperties, streamingProcess,
                scriptCommandLine, cpuCount, memoryMb, beanName, applicationContext, policy, unknown);
    }
}
