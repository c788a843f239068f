package io.jobdeck.desktop.action;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.AppValidator;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.JobValidator;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * The server's rules, asked before anything is sent. Pure.
 *
 * @param app everything wrong with an app
 * @param job everything wrong with a job
 */
public record Rules(Function<AppConfig, List<FieldProblem>> app, Function<JobConfig, List<FieldProblem>> job) {

    /** Returns the rules as the server has them, with the clock by which a cron must still fire. */
    public static Rules ofServer(Clock clock) {
        return new Rules(new AppValidator()::validate, new JobValidator(clock)::validate);
    }
}
