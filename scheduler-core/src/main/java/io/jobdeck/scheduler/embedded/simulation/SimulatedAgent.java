package io.jobdeck.scheduler.embedded.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.TaskID;

/** One agent with what is on it. Used by the simulation's thread only. */
final class SimulatedAgent {

    private final AgentID id;
    private final Map<TaskKey, SimulatedTask> tasks = new HashMap<>();
    private final Map<ExecutorKey, SimulatedExecutor> executors = new HashMap<>();

    private record TaskKey(FrameworkID framework, TaskID task) { }

    private record ExecutorKey(FrameworkID framework, ExecutorID executor) { }

    SimulatedAgent(AgentID id) {
        this.id = id;
    }

    AgentID id() {
        return id;
    }

    /** Adds a task; returns false if there is one of its id. */
    boolean add(SimulatedTask task) {
        return tasks.putIfAbsent(new TaskKey(task.framework(), task.id()), task) == null;
    }

    void remove(SimulatedTask task) {
        tasks.remove(new TaskKey(task.framework(), task.id()), task);
    }

    boolean has(SimulatedTask task) {
        return tasks.get(new TaskKey(task.framework(), task.id())) == task;
    }

    Optional<SimulatedTask> task(FrameworkID framework, TaskID task) {
        return Optional.ofNullable(tasks.get(new TaskKey(framework, task)));
    }

    List<SimulatedTask> tasks() {
        return List.copyOf(tasks.values());
    }

    List<SimulatedTask> tasks(FrameworkID framework) {
        return tasks.values().stream().filter(task -> task.framework().equals(framework)).toList();
    }

    boolean isIdle() {
        return tasks.isEmpty();
    }

    Optional<SimulatedExecutor> executor(FrameworkID framework, ExecutorID executor) {
        return Optional.ofNullable(executors.get(new ExecutorKey(framework, executor)));
    }

    /** Returns the executor, which is started if it does not run. */
    SimulatedExecutor startedExecutor(FrameworkID framework, ExecutorID executor) {
        return executors.computeIfAbsent(new ExecutorKey(framework, executor),
                key -> new SimulatedExecutor(this, framework, executor));
    }

    /** Removes an executor; returns whether it was there. */
    boolean remove(SimulatedExecutor executor) {
        return executors.remove(new ExecutorKey(executor.framework(), executor.id()), executor);
    }

    List<SimulatedExecutor> executors() {
        return List.copyOf(executors.values());
    }

    /** Forgets all that is a framework's. */
    void removeAll(FrameworkID framework) {
        tasks.keySet().removeIf(key -> key.framework.equals(framework));
        executors.keySet().removeIf(key -> key.framework.equals(framework));
    }
}
