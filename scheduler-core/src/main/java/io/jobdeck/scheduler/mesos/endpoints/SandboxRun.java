package io.jobdeck.scheduler.mesos.endpoints;

/**
 * A run of an executor on an agent.
 *
 * @param executorId its id; of a command task, the task's
 * @param directory its sandbox on the agent
 * @param live whether it has not ended
 * @param knowsTask whether the task asked about is listed as one of its own
 */
public record SandboxRun(String executorId, String directory, boolean live, boolean knowsTask) { }
