package io.jobdeck.scheduler.embedded.agent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.mesos.v1.Protos.Attribute;

/**
 * How an embedded agent is set up. {@link #in} gives Mesos' defaults; the {@code with} methods change one thing each.
 *
 * @param workDirectory directory of its own for everything it keeps
 * @param port port to listen on at 127.0.0.1; 0 takes the one of the last start, or any free one
 * @param hostname name it is shown and offered under
 * @param resources what it offers
 * @param attributes facts that schedulers can choose agents by
 * @param registrationTimeout how long a started executor may take to subscribe (1 min)
 * @param reregistrationTimeout how long an executor may take to come back after a restart of the agent (1 min)
 * @param shutdownGracePeriod how long an executor may take to end when it is told to (5 s)
 * @param recoveryTimeout how long executors wait for an agent that is away (15 min)
 * @param sandboxRetention how long the sandbox of an ended run is kept (7 days)
 * @param sandboxesKept how many sandboxes of ended runs are kept at most, from 0 (1000)
 */
public record AgentOptions(
        Path workDirectory,
        int port,
        String hostname,
        Resources resources,
        List<Attribute> attributes,
        Duration registrationTimeout,
        Duration reregistrationTimeout,
        Duration shutdownGracePeriod,
        Duration recoveryTimeout,
        Duration sandboxRetention,
        int sandboxesKept) {

    private static final int SANDBOXES_KEPT = 1000;

    public AgentOptions {
        Objects.requireNonNull(workDirectory, "workDirectory");
        Objects.requireNonNull(hostname, "hostname");
        Objects.requireNonNull(resources, "resources");
        attributes = List.copyOf(attributes);
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port must be between 0 and 65535, got " + port);
        }
        if (sandboxesKept < 0) {
            throw new IllegalArgumentException("number of sandboxes kept must not be below 0, got " + sandboxesKept);
        }
    }

    /** Returns the defaults for an agent with this directory and this machine's resources. */
    public static AgentOptions in(Path workDirectory) {
        return new AgentOptions(workDirectory, 0, "localhost", Resources.ofThisMachine(), List.of(),
                Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofSeconds(5), Duration.ofMinutes(15),
                Duration.ofDays(7), SANDBOXES_KEPT);
    }

    /** Sets the name under which the agent registers. */
    public AgentOptions withHostname(String newHostname) {
        return new AgentOptions(workDirectory, port, newHostname, resources, attributes, registrationTimeout,
                reregistrationTimeout, shutdownGracePeriod, recoveryTimeout, sandboxRetention, sandboxesKept);
    }

    /** Sets what the agent offers in all. */
    public AgentOptions withResources(Resources newResources) {
        return new AgentOptions(workDirectory, port, hostname, newResources, attributes, registrationTimeout,
                reregistrationTimeout, shutdownGracePeriod, recoveryTimeout, sandboxRetention, sandboxesKept);
    }

    /** Sets the attributes that its offers show. */
    public AgentOptions withAttributes(List<Attribute> newAttributes) {
        return new AgentOptions(workDirectory, port, hostname, resources, newAttributes, registrationTimeout,
                reregistrationTimeout, shutdownGracePeriod, recoveryTimeout, sandboxRetention, sandboxesKept);
    }

    /** Sets both how long a new executor and how long a returning one may take to subscribe. */
    public AgentOptions withRegistrationTimeouts(Duration forNew, Duration forReturning) {
        return new AgentOptions(workDirectory, port, hostname, resources, attributes, forNew, forReturning,
                shutdownGracePeriod, recoveryTimeout, sandboxRetention, sandboxesKept);
    }

    /** Sets how long an executor that is told to end may take before it is killed. */
    public AgentOptions withShutdownGracePeriod(Duration newPeriod) {
        return new AgentOptions(workDirectory, port, hostname, resources, attributes, registrationTimeout,
                reregistrationTimeout, newPeriod, recoveryTimeout, sandboxRetention, sandboxesKept);
    }
}
