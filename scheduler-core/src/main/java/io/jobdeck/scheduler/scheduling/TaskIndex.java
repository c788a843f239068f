package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All tasks in flight, by what the loop asks for, so that nothing has to look through all of them. */
final class TaskIndex {

    /** States that somebody waits for the end of. */
    private static final Set<TaskState> PASSING = EnumSet.of(TaskState.STAGING, TaskState.UNREACHABLE, TaskState.UNKNOWN);

    private final Map<String, Map<TaskId, TaskRecord>> byExecutor = new HashMap<>();
    private final Map<TaskState, Map<TaskId, TaskRecord>> byState = new EnumMap<>(TaskState.class);

    TaskIndex() {
        PASSING.forEach(state -> byState.put(state, new LinkedHashMap<>()));
    }

    void add(TaskRecord task) {
        task.executorId().ifPresent(executor ->
                byExecutor.computeIfAbsent(executor, id -> new HashMap<>()).put(task.taskId(), task));
        if (PASSING.contains(task.state())) {
            byState.get(task.state()).put(task.taskId(), task);
        }
    }

    /** Removes a task; null is no task. */
    void remove(TaskRecord task) {
        if (task == null) {
            return;
        }
        task.executorId().ifPresent(executor -> byExecutor.computeIfPresent(executor, (id, tasks) -> {
            tasks.remove(task.taskId());
            return tasks.isEmpty() ? null : tasks;
        }));
        if (PASSING.contains(task.state())) {
            byState.get(task.state()).remove(task.taskId());
        }
    }

    /** Returns the tasks that run in the executor. */
    List<TaskRecord> of(String executorId) {
        return List.copyOf(byExecutor.getOrDefault(executorId, Map.of()).values());
    }

    boolean hasAny(String executorId) {
        return byExecutor.containsKey(executorId);
    }

    /**
     * Returns the tasks in a state that passes by itself.
     *
     * @param state STAGING, UNREACHABLE or UNKNOWN
     */
    List<TaskRecord> in(TaskState state) {
        return List.copyOf(byState.get(state).values());
    }
}
