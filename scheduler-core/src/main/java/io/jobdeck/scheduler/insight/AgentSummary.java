package io.jobdeck.scheduler.insight;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One agent.
 *
 * @param id its id in task ids
 * @param host its host name; empty if it is not known any more
 * @param state how it stands with the master
 * @param version version of Mesos it runs; empty if not known
 * @param attributes what its operator says of it, by name
 * @param resources what it has, and what of that is taken
 * @param tasks tasks of all frameworks on it that have not ended
 * @param executors executors of this scheduler on it
 * @param registered when it registered with the master
 * @param unreachableSince when the master gave it up
 */
public record AgentSummary(String id, String host, AgentState state, String version, Map<String, String> attributes,
        Resources resources, int tasks, int executors, Optional<Instant> registered, Optional<Instant> unreachableSince) {

    public AgentSummary {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(version, "version");
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        Objects.requireNonNull(resources, "resources");
        Objects.requireNonNull(registered, "registered");
        Objects.requireNonNull(unreachableSince, "unreachableSince");
    }

    /**
     * What an agent has.
     *
     * @param total all of it
     * @param used taken by executors and tasks of all frameworks
     * @param offered held by frameworks as offers
     * @param reserved set aside for roles
     */
    public record Resources(AgentResources total, AgentResources used, AgentResources offered, AgentResources reserved) {

        public static final Resources NONE =
                new Resources(AgentResources.NONE, AgentResources.NONE, AgentResources.NONE, AgentResources.NONE);

        /** Returns what no executor and no task has, offered or not. */
        public AgentResources free() {
            return total.minus(used);
        }

        /** Returns the sums of both. */
        public Resources plus(Resources other) {
            return new Resources(total.plus(other.total), used.plus(other.used), offered.plus(other.offered),
                    reserved.plus(other.reserved));
        }
    }
}
