package io.jobdeck.scheduler.embedded.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.Environment;

/**
 * The environment variables an executor is started with: those a real agent gives it and nothing of this program's own.
 *
 * <p>{@code JAVA_HOME} is an addition of this agent: a real agent's machine is set up for its executors, while a desktop
 * machine may have no {@code java} on the fixed path, though it has the runtime this program runs on.
 */
final class ExecutorEnvironment {

    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final Duration LONGEST_SUBSCRIPTION_BACKOFF = Duration.ofSeconds(2);

    private final String host;
    private final IntSupplier port;
    private final Duration shutdownGracePeriod;
    private final Duration recoveryTimeout;
    private final String javaHome;

    /**
     * @param host address the agent listens on
     * @param port gives the port the agent listens on, once it does
     * @param shutdownGracePeriod how long an executor may take to end
     * @param recoveryTimeout how long an executor waits for an agent that is away
     * @param javaHome directory of a Java runtime
     */
    ExecutorEnvironment(
            String host, IntSupplier port, Duration shutdownGracePeriod, Duration recoveryTimeout, String javaHome) {
        this.host = host;
        this.port = port;
        this.shutdownGracePeriod = shutdownGracePeriod;
        this.recoveryTimeout = recoveryTimeout;
        this.javaHome = javaHome;
    }

    /** Returns the variables for a run; those of its command come last and may replace others. */
    Map<String, String> of(ExecutorRun run, AgentID agent, Path sandbox) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", PATH);
        variables.put("JAVA_HOME", javaHome);
        variables.put("LIBPROCESS_IP", host);
        variables.put("LIBPROCESS_PORT", "0");
        variables.put("MESOS_FRAMEWORK_ID", run.framework().id().getValue());
        variables.put("MESOS_EXECUTOR_ID", run.id().getValue());
        variables.put("MESOS_SLAVE_ID", agent.getValue());
        variables.put("MESOS_SLAVE_PID", "slave(1)@" + host + ":" + port.getAsInt());
        variables.put("MESOS_AGENT_ENDPOINT", host + ":" + port.getAsInt());
        variables.put("MESOS_DIRECTORY", sandbox.toString());
        variables.put("MESOS_SANDBOX", sandbox.toString());
        variables.put("MESOS_HTTP_COMMAND_EXECUTOR", "0");
        variables.put("MESOS_EXECUTOR_SHUTDOWN_GRACE_PERIOD", MesosDuration.format(shutdownGracePeriod));
        addRecovery(variables, run.framework().info().getCheckpoint());
        for (Environment.Variable variable : run.info().getCommand().getEnvironment().getVariablesList()) {
            variables.put(variable.getName(), variable.getValue());
        }
        return variables;
    }

    private void addRecovery(Map<String, String> variables, boolean checkpoint) {
        variables.put("MESOS_CHECKPOINT", checkpoint ? "1" : "0");
        if (checkpoint) {
            variables.put("MESOS_RECOVERY_TIMEOUT", MesosDuration.format(recoveryTimeout));
            variables.put("MESOS_SUBSCRIPTION_BACKOFF_MAX", MesosDuration.format(LONGEST_SUBSCRIPTION_BACKOFF));
        }
    }
}
