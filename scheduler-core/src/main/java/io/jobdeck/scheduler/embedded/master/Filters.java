package io.jobdeck.scheduler.embedded.master;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a framework has refused for a while, by agent. Used by the master's thread only. */
final class Filters {

    private final Map<String, List<Filter>> byAgent = new HashMap<>();

    private record Filter(String role, ResourceSet refused, long untilNanos) { }

    /**
     * Refuses what is not more than {@code refused}.
     *
     * @param seconds how long; nothing is refused for 0 or less
     */
    void refuse(String agent, String role, ResourceSet refused, double seconds, long nowNanos) {
        if (seconds > 0 && !refused.isEmpty()) {
            long nanos = (long) Math.min(seconds * 1e9, Long.MAX_VALUE / 4.0);
            byAgent.computeIfAbsent(agent, any -> new ArrayList<>()).add(new Filter(role, refused, nowNanos + nanos));
        }
    }

    boolean refuses(String agent, String role, ResourceSet offered, long nowNanos) {
        List<Filter> filters = byAgent.get(agent);
        if (filters == null) {
            return false;
        }
        filters.removeIf(filter -> filter.untilNanos - nowNanos <= 0);
        if (filters.isEmpty()) {
            byAgent.remove(agent);
        }
        return filters.stream().anyMatch(filter -> filter.role.equals(role) && filter.refused.contains(offered));
    }

    void clear() {
        byAgent.clear();
    }

    void clear(List<String> roles) {
        byAgent.values().forEach(filters -> filters.removeIf(filter -> roles.contains(filter.role)));
    }

    void forget(String agent) {
        byAgent.remove(agent);
    }
}
