package io.jobdeck.desktop.jobs;

import io.jobdeck.desktop.filter.FilterFields;
import io.jobdeck.desktop.fold.JobCondition;
import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.table.TableModel;
import io.jobdeck.scheduler.model.ExecutionType;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.JobType;
import io.jobdeck.scheduler.model.RunResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The view model of the view of jobs. */
public final class JobsModel {

    private static final FilterFields<JobRow> FIELDS = FilterFields.<JobRow>none()
            .text("name", JobRow::name)
            .name("app", row -> row.appProperty().get())
            .states("state", List.of(JobCondition.values()), row -> row.facts().health().conditions(),
                    condition -> "job.condition." + condition)
            .word("type", List.of(JobType.values()), row -> row.typeProperty().get(), type -> "job.type." + type)
            .word("execution", List.of(ExecutionType.values()), row -> row.executionTypeProperty().get(),
                    type -> "job.execution." + type)
            .word("result", List.of(RunResult.Outcome.values()), JobsModel::outcome, outcome -> "job.outcome." + outcome)
            .age("age", JobsModel::lastAt)
            .until("next", row -> row.nextFireProperty().get())
            .number("running", row -> row.runningItemsProperty().get())
            .number("ready", row -> row.readyCountProperty().get())
            .number("items", row -> row.itemsProperty().get())
            .text("cron", row -> row.cronProperty().get())
            .searched(row -> row.config().map(JobConfig::description).orElse(""));

    private final TableModel<String, JobFacts, JobRow> table = new TableModel<>(JobRow::new,
            Comparator.comparing(JobRow::name), FIELDS);

    private static RunResult.Outcome outcome(JobRow row) {
        RunResult last = row.lastResultProperty().get();
        return last == null ? null : last.outcome();
    }

    private static Instant lastAt(JobRow row) {
        RunResult last = row.lastResultProperty().get();
        return last == null ? null : last.at();
    }

    /** Returns the table of jobs. */
    public TableModel<String, JobFacts, JobRow> table() {
        return table;
    }
}
