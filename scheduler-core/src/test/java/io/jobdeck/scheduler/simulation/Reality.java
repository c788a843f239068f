package io.jobdeck.scheduler.simulation;

import io.jobdeck.scheduler.model.TaskId;
import java.util.Collection;
import java.util.Optional;

/** What really is, for the rules to compare with. */
interface Reality {

    /** Returns whether the tree has a record of the task. */
    boolean isRecorded(TaskId task);

    /** Returns the task as Mesos has it, if it was ever launched. */
    Optional<SimulatedTask> task(TaskId task);

    /** Returns the tasks that live. */
    Collection<SimulatedTask> alive();

    /** Returns the agent that the task was sent to. */
    SimulatedAgent agentOf(SimulatedTask task);
}
