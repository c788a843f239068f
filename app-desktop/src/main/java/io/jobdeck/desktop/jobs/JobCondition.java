package io.jobdeck.desktop.jobs;

import io.jobdeck.desktop.fold.JobState;
import io.jobdeck.scheduler.model.RunResult;
import java.util.EnumSet;
import java.util.Set;

/** What people ask for when they ask for the state of a job; a job may be several of these at once. */
enum JobCondition {
    ENABLED,
    DISABLED,
    APP_DISABLED,
    INVALID,
    /** Has tasks in flight. */
    RUNNING,
    /** Stands in the ready queue. */
    WAITING,
    /** Has items in the failover queue. */
    FAILOVER,
    /** Its last run did not succeed. */
    FAILING;

    static Set<JobCondition> of(JobRow row) {
        Set<JobCondition> conditions = EnumSet.of(of(row.stateProperty().get()));
        if (row.runningItemsProperty().get() > 0) {
            conditions.add(RUNNING);
        }
        if (row.readyCountProperty().get() > 0) {
            conditions.add(WAITING);
        }
        if (row.failoverCountProperty().get() > 0) {
            conditions.add(FAILOVER);
        }
        RunResult last = row.lastResultProperty().get();
        if (last != null && last.outcome() == RunResult.Outcome.FAILED) {
            conditions.add(FAILING);
        }
        return conditions;
    }

    private static JobCondition of(JobState state) {
        return switch (state) {
            case ENABLED -> ENABLED;
            case DISABLED -> DISABLED;
            case APP_DISABLED -> APP_DISABLED;
            case INVALID -> INVALID;
        };
    }
}
