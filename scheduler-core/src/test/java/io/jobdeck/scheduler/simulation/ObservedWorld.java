package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.model.TaskId;
import java.util.Collection;
import java.util.Optional;

/** What really is in a simulated world. */
final class ObservedWorld implements Reality {

    private final World world;

    ObservedWorld(World world) {
        this.world = world;
    }

    @Override
    public boolean isRecorded(TaskId task) {
        return world.tree().records(task);
    }

    @Override
    public Optional<SimulatedTask> task(TaskId task) {
        return world.mesos.task(task.toString());
    }

    @Override
    public Collection<SimulatedTask> alive() {
        return world.mesos.alive();
    }

    @Override
    public SimulatedAgent agentOf(SimulatedTask task) {
        return world.mesos.agentOf(task);
    }
}
