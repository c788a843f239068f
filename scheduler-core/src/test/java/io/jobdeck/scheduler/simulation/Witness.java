package io.jobdeck.scheduler.simulation;

import io.jobdeck.executor.wire.FireNow;
import org.apache.mesos.v1.Protos.TaskStatus;

/** Hears what really happens in the simulated cluster. */
interface Witness {

    /** A launch has reached the master and has been found good. */
    void accepted(SimulatedTask task);

    /** A task has reached its agent, where its code may begin to run. */
    void started(SimulatedTask task);

    /** A daemon's task fires, since it was told to. */
    void fired(SimulatedTask task, FireNow order);

    /** A request to kill a living task has reached the master. */
    void killed(SimulatedTask task);

    /** An acknowledgement has reached the agent. */
    void acknowledged(SimulatedTask task, TaskStatus status);

    /** The scheduler has asked for what Mesos does not allow. */
    void misused(String what);
}
