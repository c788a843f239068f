package io.jobdeck.executor.internal.mesos;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the agent tells an executor through its environment (Mesos documentation, "Executor HTTP API", section
 * "Environment variables"; defaults are those of Mesos).
 *
 * @param endpoint where the executor API of the agent is; it stays the same when the agent restarts
 * @param frameworkId the scheduler's framework
 * @param executorId this executor
 * @param sandbox working directory of the executor
 * @param checkpoint whether the executor survives a restart of its agent and subscribes again
 * @param recoveryTimeout how long to wait for the agent to come back, if {@code checkpoint}
 * @param subscriptionBackoffMax longest pause between two attempts to subscribe
 * @param shutdownGracePeriod how long after SHUTDOWN the agent waits before it kills the executor
 */
public record ExecutorEnvironment(
        URI endpoint,
        String frameworkId,
        String executorId,
        Path sandbox,
        boolean checkpoint,
        Duration recoveryTimeout,
        Duration subscriptionBackoffMax,
        Duration shutdownGracePeriod) {

    /**
     * Reads the variables.
     *
     * @param variables the environment of the process
     * @throws NotStartedByAgentException if one that must be there is missing, or one is wrong
     */
    public static ExecutorEnvironment from(Map<String, String> variables) throws NotStartedByAgentException {
        return new ExecutorEnvironment(
                endpoint(required(variables, "MESOS_AGENT_ENDPOINT")),
                required(variables, "MESOS_FRAMEWORK_ID"),
                required(variables, "MESOS_EXECUTOR_ID"),
                Path.of(variables.getOrDefault("MESOS_SANDBOX", variables.getOrDefault("MESOS_DIRECTORY", "."))),
                "1".equals(variables.get("MESOS_CHECKPOINT")),
                duration(variables, "MESOS_RECOVERY_TIMEOUT", Duration.ofMinutes(15)),
                duration(variables, "MESOS_SUBSCRIPTION_BACKOFF_MAX", Duration.ofSeconds(2)),
                duration(variables, "MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD", Duration.ofSeconds(5)));
    }

    private static String required(Map<String, String> variables, String name) throws NotStartedByAgentException {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new NotStartedByAgentException(("This program is an executor that a Mesos agent starts, and %s is not set."
                    + " Register the app with a Jobdeck scheduler instead of starting it by hand.").formatted(name));
        }
        return value;
    }

    private static URI endpoint(String hostAndPort) throws NotStartedByAgentException {
        try {
            URI uri = URI.create("http://" + hostAndPort + "/api/v1/executor");
            if (uri.getHost() != null && uri.getPort() > 0) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw notHostAndPort(hostAndPort);
        }
        throw notHostAndPort(hostAndPort);
    }

    private static NotStartedByAgentException notHostAndPort(String value) {
        return new NotStartedByAgentException(
                "MESOS_AGENT_ENDPOINT is '%s', expected HOST:PORT like 127.0.0.1:5051.".formatted(value));
    }

    private static Duration duration(Map<String, String> variables, String name, Duration otherwise)
            throws NotStartedByAgentException {
        String value = variables.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return MesosDuration.parse(value);
        } catch (IllegalArgumentException e) {
            throw new NotStartedByAgentException("%s: %s.".formatted(name, e.getMessage()));
        }
    }
}
