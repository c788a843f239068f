package io.jobdeck.desktop.jobs;

import io.jobdeck.desktop.fold.JobCondition;
import io.jobdeck.desktop.table.Mark;
import io.jobdeck.scheduler.model.RunResult;

/** How jobs and their results look. */
public final class JobMarks {

    private JobMarks() {
    }

    /** Returns how a job looks that does so. */
    public static Mark of(JobCondition condition) {
        Mark.Tone tone = switch (condition) {
            case RUNNING, ENABLED -> Mark.Tone.GOOD;
            case WAITING -> Mark.Tone.ACTIVE;
            case UNREACHABLE, STUCK, BACKLOGGED, NEVER_SCHEDULED, FAILOVER -> Mark.Tone.WARNING;
            case INVALID, FAILING -> Mark.Tone.BAD;
            case IDLE, DISABLED, APP_DISABLED -> Mark.Tone.QUIET;
        };
        return new Mark(tone, "job.condition." + condition);
    }

    /** Returns how a run looks that went so. */
    public static Mark of(RunResult result) {
        Mark.Tone tone = switch (result.outcome()) {
            case SUCCEEDED -> Mark.Tone.GOOD;
            case KILLED -> Mark.Tone.WARNING;
            case FAILED -> Mark.Tone.BAD;
        };
        return new Mark(tone, "job.outcome." + result.outcome());
    }
}
