package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.table.Mark;
import io.jobdeck.scheduler.model.TaskState;

/** How states of tasks look. */
final class TaskMarks {

    private TaskMarks() {
    }

    static Mark of(TaskState state) {
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
