package io.jobdeck.desktop.tasks;

import io.jobdeck.desktop.fold.JobFacts;
import io.jobdeck.desktop.table.Times;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.DetailsGrid;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.ShardingItemParameters;
import io.jobdeck.scheduler.model.TaskRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Everything known of one task: the states it has been in, where it runs, and why it runs. */
public final class TaskDetails {

    private final ViewContext context;
    private final Texts texts;
    private final TasksModel model;
    private final TaskRow row;

    private TaskDetails(ViewContext context, TasksModel model, TaskRow row) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
        this.row = row;
    }

    /** Returns the details of a task. */
    public static Details of(ViewContext context, TasksModel model, TaskRow row) {
        return new Details(context.texts().bind("task.title", row.key().jobName(), row.key().item()),
                new TaskDetails(context, model, row).grid().root());
    }

    private DetailsGrid grid() {
        StateTimeline timeline = new StateTimeline(context);
        DetailsGrid grid = new DetailsGrid(context)
                .section("details.states")
                .node(timeline, () -> timeline.show(row.task()))
                .section("details.now")
                .line("view.tasks.column.state", () -> texts.get(TaskMarks.of(row.phaseProperty().get()).word()))
                .line("details.means", this::meaning)
                .line("view.tasks.column.length", this::length)
                .line("view.tasks.column.attempt", this::attempt)
                .line("details.failed-before", () -> text(TaskRecord::originalTaskId))
                .line("details.message", this::lastFailure);
        return where(grid);
    }

    private DetailsGrid where(DetailsGrid grid) {
        return grid.section("details.where")
                .line("view.tasks.column.agent", row::agent)
                .line("details.agent-id", () -> row.key().agentId())
                .line("view.tasks.column.executor", row::executor)
                .line("details.task-resources", this::resources)
                .section("details.what")
                .line("view.tasks.column.job", () -> row.key().jobName())
                .line("view.tasks.column.item", () -> texts.get("number.count", row.key().item()))
                .line("view.tasks.column.app", row::app)
                .line("details.item-parameter", this::itemParameter)
                .line("details.run-parameter", () -> text(task -> task.origin().jobParameter()))
                .line("view.tasks.column.launched", () -> time(row.launchedAt()))
                .line("view.tasks.column.run", row::run)
                .line("view.tasks.column.task", () -> row.key().toString());
    }

    private String text(Function<TaskRecord, Optional<String>> value) {
        return row.task().flatMap(value).orElse("");
    }

    private String meaning() {
        return switch (row.phaseProperty().get()) {
            case UNREACHABLE, UNKNOWN, GIVEN_UP, CAME_BACK, NOT_TAKEN_OVER ->
                    texts.get("task.meaning." + row.phaseProperty().get());
            default -> "";
        };
    }

    private String length() {
        return Length.of(row, model.usual(row), now()).map(length -> LengthCell.words(context, length)
                + (length.stuck() ? " · " + texts.get("task.length.stuck") : "")).orElse("");
    }

    private String attempt() {
        int attempt = row.attemptProperty().get();
        return attempt == 1 ? "" : texts.get("number.count", attempt);
    }

    private String lastFailure() {
        return row.facts().failed().map(FailedItem::message).orElse("");
    }

    private String resources() {
        return config().map(job -> texts.get("details.resources.value", texts.get("number.cpus", job.cpuCount()),
                texts.get("number.megabytes", job.memoryMb()))).orElse("");
    }

    private String itemParameter() {
        return config().map(JobConfig::shardingItemParameters).map(this::ownParameter).orElse("");
    }

    /** Parameters that cannot be read are said of the job already. */
    private String ownParameter(String parameters) {
        try {
            return ShardingItemParameters.parse(parameters).of(row.key().item());
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private Optional<JobConfig> config() {
        return model.job(row).flatMap(JobFacts::config);
    }

    private Instant now() {
        return context.columns().now().getValue();
    }

    private String time(Instant time) {
        Times times = context.columns().times();
        return time == null ? "" : texts.get("details.time", times.relative(time, now()), times.absolute(time));
    }
}
