package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.table.Mark;
import io.jobdeck.scheduler.model.TaskState;

/** How tasks look. */
public final class TaskMarks {

    private TaskMarks() {
    }

    /** Returns how a task looks that is doing this. */
    public static Mark of(TaskPhase phase) {
        Mark.Tone tone = switch (phase) {
            case RUNNING -> Mark.Tone.GOOD;
            case STAGING, STARTING -> Mark.Tone.ACTIVE;
            case IDLE, ENDED -> Mark.Tone.QUIET;
            case KILLING, UNREACHABLE, UNKNOWN, CAME_BACK, NOT_TAKEN_OVER -> Mark.Tone.WARNING;
            case GIVEN_UP -> Mark.Tone.BAD;
        };
        return new Mark(tone, "task.phase." + phase);
    }

    /** Returns how a state looks that Mesos reports. */
    public static Mark of(TaskState state) {
        return new Mark(tone(state), "task.state." + state);
    }

    private static Mark.Tone tone(TaskState state) {
        if (state.isFailure()) {
            return Mark.Tone.BAD;
        }
        return switch (state) {
            case RUNNING -> Mark.Tone.GOOD;
            case STAGING, STARTING -> Mark.Tone.ACTIVE;
            case KILLING, UNREACHABLE, UNKNOWN -> Mark.Tone.WARNING;
            default -> Mark.Tone.QUIET;
        };
    }
}
