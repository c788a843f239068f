package io.jobdeck.desktop.action;

import io.jobdeck.desktop.editor.DocumentKind;
import io.jobdeck.scheduler.operations.AppValidator;
import io.jobdeck.scheduler.operations.ConfigReader;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.operations.JobValidator;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * The server's rules, asked before anything is sent. Pure.
 *
 * @param app everything wrong with the JSON of an app
 * @param job everything wrong with the JSON of a job
 */
public record Rules(Function<String, List<FieldProblem>> app, Function<String, List<FieldProblem>> job) {

    /** Returns the rules as the server has them, with the clock by which a cron must still fire. */
    public static Rules ofServer(Clock clock) {
        ConfigReader reader = new ConfigReader(new AppValidator(), new JobValidator(clock));
        return new Rules(reader::examineApp, reader::examineJob);
    }

    /** Returns the rules for one kind of document. */
    Function<String, List<FieldProblem>> of(DocumentKind kind) {
        return kind == DocumentKind.JOB ? job : app;
    }
}
