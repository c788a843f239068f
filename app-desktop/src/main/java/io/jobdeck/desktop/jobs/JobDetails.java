package io.jobdeck.desktop.jobs;

import io.jobdeck.desktop.table.Times;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.DetailsGrid;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Instant;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;

/** Everything known of one job, as words. */
final class JobDetails {

    private final ViewContext context;
    private final Texts texts;
    private final JobRow row;

    private JobDetails(ViewContext context, JobRow row) {
        this.context = context;
        this.texts = context.texts();
        this.row = row;
    }

    static Details of(ViewContext context, JobRow row) {
        return new Details(new SimpleStringProperty(row.name()), new JobDetails(context, row).grid().root());
    }

    private DetailsGrid grid() {
        return new DetailsGrid(context)
                .section("details.now")
                .line("view.jobs.column.state", () -> texts.get(JobMarks.of(row.stateProperty().get()).word()))
                .line("details.problem", this::problem)
                .line("details.waits", () -> waiting(Waiting::reason))
                .line("details.help", () -> waiting(Waiting::help))
                .line("view.jobs.column.next-fire", () -> time(row.nextFireProperty().get()))
                .line("view.jobs.column.running", () -> count(row.runningItemsProperty().get()))
                .line("view.jobs.column.ready", () -> count(row.readyCountProperty().get()))
                .line("details.failover", () -> count(row.failoverCountProperty().get()))
                .line("view.jobs.column.last-result", this::result)
                .line("details.message", () -> row.facts().lastResult().map(RunResult::message).orElse(""))
                .section("details.config")
                .line("view.jobs.column.app", () -> config(JobConfig::appName))
                .line("details.description", () -> config(JobConfig::description))
                .line("view.jobs.column.type", () -> config(job -> texts.get("job.type." + job.jobType())))
                .line("view.jobs.column.execution", () -> config(job -> texts.get("job.execution." + job.executionType())))
                .line("details.class", () -> config(job -> job.scriptCommandLine() == null ? job.jobClass() : ""))
                .line("details.script", () -> config(job -> job.scriptCommandLine() == null ? "" : job.scriptCommandLine()))
                .line("view.jobs.column.cron", () -> config(JobConfig::cron))
                .line("view.jobs.column.items", () -> config(job -> count(job.shardingTotalCount())))
                .line("details.item-parameters", () -> config(JobConfig::shardingItemParameters))
                .line("details.job-parameter", () -> config(JobConfig::jobParameter))
                .line("details.resources", () -> config(job -> texts.get("details.resources.value",
                        texts.get("number.cpus", job.cpuCount()), texts.get("number.megabytes", job.memoryMb()))));
    }

    private String config(Function<JobConfig, String> value) {
        return row.config().map(value).orElse("");
    }

    private String waiting(Function<Waiting, String> value) {
        return row.facts().waiting().map(value).orElse("");
    }

    private String problem() {
        return row.facts().problem().map(problem -> texts.get("job.problem." + problem.kind(), problem.detail())).orElse("");
    }

    private String result() {
        return row.facts().lastResult().map(result -> texts.get(JobMarks.of(result).word()) + " · " + time(result.at()))
                .orElse("");
    }

    private String count(int number) {
        return texts.get("number.count", number);
    }

    private String time(Instant time) {
        Times times = context.columns().times();
        return time == null ? "" : texts.get("details.time",
                times.relative(time, context.columns().now().getValue()), times.absolute(time));
    }
}
