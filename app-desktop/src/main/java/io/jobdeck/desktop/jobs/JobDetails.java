package io.jobdeck.desktop.jobs;

import io.jobdeck.desktop.fold.JobCondition;
import io.jobdeck.desktop.table.Times;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.ChangeHistory;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.DetailsGrid;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.RunResult;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;

/** Everything known of one job, as words. */
final class JobDetails {

    private final ViewContext context;
    private final Texts texts;
    private final JobRow row;
    private final JobReasons reasons;

    private JobDetails(ViewContext context, JobRow row) {
        this.context = context;
        this.texts = context.texts();
        this.row = row;
        this.reasons = new JobReasons(context);
    }

    static Details of(ViewContext context, JobRow row) {
        return new Details(new SimpleStringProperty(row.name()), new JobDetails(context, row).grid().root());
    }

    private DetailsGrid grid() {
        ChangeHistory history = new ChangeHistory(context);
        return new DetailsGrid(context)
                .section("details.now")
                .line("view.jobs.column.state", this::conditions)
                .line("details.problem", () -> reasons.of(row))
                .line("details.waits", () -> waiting(Waiting::reason))
                .line("details.help", () -> waiting(Waiting::help))
                .line("view.jobs.column.next-fire", () -> time(row.nextFireProperty().get()))
                .line("view.jobs.column.running", () -> count(row.runningItemsProperty().get()))
                .line("details.usual", this::usual)
                .line("view.jobs.column.ready", () -> count(row.readyCountProperty().get()))
                .line("details.one-off", () -> none(row.facts().health().oneOffRuns()))
                .line("details.failover", () -> count(row.failoverCountProperty().get()))
                .line("details.given-up", () -> none(row.facts().health().givenUpItems()))
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
                        texts.get("number.cpus", job.cpuCount()), texts.get("number.megabytes", job.memoryMb()))))
                .section("details.history")
                .node(history, () -> history.show(row.facts().changes()));
    }

    private String config(Function<JobConfig, String> value) {
        return row.config().map(value).orElse("");
    }

    private String waiting(Function<Waiting, String> value) {
        return row.facts().waiting().map(value).orElse("");
    }

    /** Of all that holds, what is not said by another word. */
    private String conditions() {
        return row.facts().health().conditions().stream()
                .filter(condition -> condition != JobCondition.ENABLED || row.facts().health().conditions().size() == 1)
                .map(condition -> texts.get(JobMarks.of(condition).word()))
                .collect(Collectors.joining(" · "));
    }

    private String usual() {
        return row.facts().usual().map(context.columns().times()::length).orElse("");
    }

    private String none(int number) {
        return number == 0 ? "" : count(number);
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
