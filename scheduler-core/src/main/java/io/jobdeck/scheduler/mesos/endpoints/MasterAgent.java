package io.jobdeck.scheduler.mesos.endpoints;

import io.jobdeck.scheduler.insight.AgentSummary;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An agent in a master's {@code /state-summary}.
 *
 * @param id its id
 * @param host its host name
 * @param address where it listens, if that can be read
 * @param active whether it is connected and in use
 * @param deactivated whether an operator has taken it out of use; always false before Mesos 1.10
 * @param drainState {@code DRAINING} or {@code DRAINED} while an operator empties it; otherwise empty
 * @param version version of Mesos
 * @param attributes by name
 * @param resources total, used, offered, reserved
 * @param tasks of all frameworks that have not ended
 * @param registered when it registered
 */
public record MasterAgent(String id, String host, Optional<AgentAddress> address, boolean active, boolean deactivated,
        String drainState, String version, Map<String, String> attributes, AgentSummary.Resources resources, int tasks,
        Optional<Instant> registered) { }
