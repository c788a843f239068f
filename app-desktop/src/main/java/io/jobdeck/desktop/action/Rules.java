package io.jobdeck.desktop.action;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.operations.FieldProblem;
import java.util.List;
import java.util.function.Function;

/**
 * The server's rules, asked before anything is sent. Pure.
 *
 * @param app everything wrong with an app
 * @param job everything wrong with a job
 */
public record Rules(Function<AppConfig, List<FieldProblem>> app, Function<JobConfig, List<FieldProblem>> job) {
}
