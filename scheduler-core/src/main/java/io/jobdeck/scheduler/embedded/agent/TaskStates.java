package io.jobdeck.scheduler.embedded.agent;

import org.apache.mesos.v1.Protos.TaskState;

/** What the states of Mesos tasks mean to an agent. */
final class TaskStates {

    private TaskStates() {
    }

    /** Returns whether a task in this state will never run again. */
    static boolean isTerminal(TaskState state) {
        return switch (state) {
            case TASK_FINISHED, TASK_FAILED, TASK_KILLED, TASK_ERROR, TASK_LOST, TASK_DROPPED, TASK_GONE,
                    TASK_GONE_BY_OPERATOR -> true;
            case TASK_STAGING, TASK_STARTING, TASK_RUNNING, TASK_KILLING, TASK_UNREACHABLE, TASK_UNKNOWN -> false;
        };
    }
}
