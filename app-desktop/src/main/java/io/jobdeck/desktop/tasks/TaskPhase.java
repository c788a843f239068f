package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.fold.TaskFacts;
import io.jobdeck.scheduler.model.TaskRecord;

/** What a task is doing, as people say it. */
public enum TaskPhase {
    STAGING,
    STARTING,
    RUNNING,
    /** A daemon's, between two firings. */
    IDLE,
    KILLING,
    UNREACHABLE,
    UNKNOWN,
    /** Has ended, which is being recorded. */
    ENDED,
    /** Nobody has heard of it for too long; it may still run somewhere. */
    GIVEN_UP,
    /** Was given up, has come back, and is being killed. */
    CAME_BACK,
    /** Left by Elastic-Job-Cloud 2.1.5 and not taken over yet. */
    NOT_TAKEN_OVER;

    static TaskPhase of(TaskFacts task) {
        return switch (task.standing()) {
            case IN_FLIGHT -> of(task.record().orElseThrow());
            case GIVEN_UP -> GIVEN_UP;
            case CAME_BACK -> CAME_BACK;
            case NOT_TAKEN_OVER -> NOT_TAKEN_OVER;
        };
    }

    private static TaskPhase of(TaskRecord task) {
        return switch (task.state()) {
            case STAGING -> STAGING;
            case STARTING -> STARTING;
            case RUNNING -> task.idle() ? IDLE : RUNNING;
            case KILLING -> KILLING;
            case UNREACHABLE -> UNREACHABLE;
            case UNKNOWN -> UNKNOWN;
            default -> ENDED;
        };
    }
}
