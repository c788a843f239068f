package io.jobdeck.scheduler.scheduling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The executors that were started and have not been seen to end, by id, app and agent. */
final class ExecutorIndex {

    private final Map<String, ExecutorState> byId = new HashMap<>();
    private final Map<String, Map<String, ExecutorState>> byApp = new HashMap<>();
    private final Map<String, Map<String, ExecutorState>> byAgent = new HashMap<>();

    Optional<ExecutorState> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Adds an executor, or puts a newer one of the same id in the place of an older one. */
    void put(ExecutorState executor) {
        byId.put(executor.id(), executor);
        byApp.computeIfAbsent(executor.appName(), app -> new HashMap<>()).put(executor.id(), executor);
        byAgent.computeIfAbsent(executor.agentId(), agent -> new HashMap<>()).put(executor.id(), executor);
    }

    void remove(ExecutorState executor) {
        byId.remove(executor.id());
        remove(byApp, executor.appName(), executor.id());
        remove(byAgent, executor.agentId(), executor.id());
    }

    private static void remove(Map<String, Map<String, ExecutorState>> index, String key, String id) {
        index.computeIfPresent(key, (any, executors) -> {
            executors.remove(id);
            return executors.isEmpty() ? null : executors;
        });
    }

    List<ExecutorState> all() {
        return List.copyOf(byId.values());
    }

    List<ExecutorState> ofApp(String app) {
        return List.copyOf(byApp.getOrDefault(app, Map.of()).values());
    }

    List<ExecutorState> onAgent(String agentId) {
        return List.copyOf(byAgent.getOrDefault(agentId, Map.of()).values());
    }
}
