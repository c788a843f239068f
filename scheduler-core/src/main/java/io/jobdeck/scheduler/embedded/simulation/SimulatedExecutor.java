package io.jobdeck.scheduler.embedded.simulation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;

/** An executor of an app, which ends when it is told to and its tasks are over. Used by the simulation's thread only. */
final class SimulatedExecutor {

    private final SimulatedAgent agent;
    private final FrameworkID framework;
    private final ExecutorID id;
    private final Set<SimulatedTask> tasks = new LinkedHashSet<>();
    private boolean stopping;

    SimulatedExecutor(SimulatedAgent agent, FrameworkID framework, ExecutorID id) {
        this.agent = agent;
        this.framework = framework;
        this.id = id;
    }

    SimulatedAgent agent() {
        return agent;
    }

    FrameworkID framework() {
        return framework;
    }

    ExecutorID id() {
        return id;
    }

    List<SimulatedTask> tasks() {
        return List.copyOf(tasks);
    }

    void add(SimulatedTask task) {
        tasks.add(task);
    }

    void remove(SimulatedTask task) {
        tasks.remove(task);
    }

    boolean isStopping() {
        return stopping;
    }

    void stop() {
        stopping = true;
    }

    /** Returns whether nothing keeps it up. */
    boolean hasEnded() {
        return stopping && tasks.isEmpty();
    }
}
