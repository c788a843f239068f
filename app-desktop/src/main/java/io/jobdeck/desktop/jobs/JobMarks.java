package io.jobdeck.desktop.jobs;

import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.desktop.table.Mark;
import io.jobdeck.scheduler.model.RunResult;

/** How states and results of jobs look. */
final class JobMarks {

    private JobMarks() {
    }

    static Mark of(JobState state) {
        Mark.Tone tone = switch (state) {
            case ENABLED -> Mark.Tone.GOOD;
            case DISABLED, APP_DISABLED -> Mark.Tone.QUIET;
            case INVALID -> Mark.Tone.BAD;
        };
        return new Mark(tone, "job.state." + state);
    }

    static Mark of(RunResult result) {
        Mark.Tone tone = switch (result.outcome()) {
            case SUCCEEDED -> Mark.Tone.GOOD;
            case KILLED -> Mark.Tone.WARNING;
            case FAILED -> Mark.Tone.BAD;
        };
        return new Mark(tone, "job.outcome." + result.outcome());
    }
}
