package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.table.Times;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.view.Details;
import io.jobdeck.desktop.view.DetailsGrid;
import io.jobdeck.desktop.view.ViewContext;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.Waiting;
import java.time.Instant;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;

/** Everything known of one row of a queue, as words. */
final class QueueDetails {

    private final ViewContext context;
    private final Texts texts;
    private final QueueWords words;

    private QueueDetails(ViewContext context) {
        this.context = context;
        this.texts = context.texts();
        this.words = new QueueWords(context);
    }

    static Details of(ViewContext context, ReadyRow row) {
        return new Details(new SimpleStringProperty(row.job()), new QueueDetails(context).grid(row).root());
    }

    static Details of(ViewContext context, FailoverRow row) {
        return new Details(context.texts().bind("task.title", row.task().jobName(), row.task().item()),
                new QueueDetails(context).grid(row).root());
    }

    static Details of(ViewContext context, DisabledRow row) {
        return new Details(new SimpleStringProperty(row.subject().name()), new QueueDetails(context).grid(row).root());
    }

    private DetailsGrid grid(ReadyRow row) {
        DetailsGrid grid = new DetailsGrid(context)
                .section("details.waiting")
                .line("view.queues.ready.column.app", () -> row.appProperty().get())
                .line("view.queues.ready.column.count", () -> texts.get("number.count", row.countProperty().get()))
                .line("view.queues.ready.column.since", () -> time(row.sinceProperty().get()))
                .line("details.waits", () -> row.reasonProperty().get())
                .line("details.help", () -> row.helpProperty().get());
        return row.run().isEmpty() ? grid : grid
                .section("details.one-off")
                .line("details.by", () -> run(row, OneOffRun::by))
                .line("details.job-parameter", () -> run(row, run -> run.jobParameter().orElse("")))
                .line("view.jobs.column.items", () -> run(row, this::items))
                .line("view.tasks.column.run", () -> run(row, OneOffRun::runId));
    }

    private String items(OneOffRun run) {
        return run.items().isEmpty() ? texts.get("queues.run.all-items") : words.items(run);
    }

    private static String run(ReadyRow row, Function<OneOffRun, String> value) {
        return row.run().map(value).orElse("");
    }

    private DetailsGrid grid(FailoverRow row) {
        return new DetailsGrid(context)
                .section("details.waiting")
                .line("view.queues.failover.column.app", () -> row.appProperty().get())
                .line("view.queues.failover.column.attempts", () -> attempts(row))
                .line("view.queues.failover.column.next", () -> time(row.nextTryProperty().get()))
                .line("details.waits", () -> row.facts().isGivenUp() ? "" : words.reason(row))
                .line("details.help", () -> row.facts().waiting().map(Waiting::help).orElse(""))
                .section("details.failure")
                .line("details.message", () -> row.messageProperty().get())
                .line("view.queues.failover.column.avoided", () -> row.avoidedProperty().get())
                .line("details.run-parameter", () -> row.facts().failed().flatMap(item -> item.jobParameter()).orElse(""))
                .line("view.queues.failover.column.original", () -> row.originalTaskIdProperty().get());
    }

    private String attempts(FailoverRow row) {
        String said = words.attempts(row);
        return said.isEmpty() ? texts.get("number.count", row.attemptsProperty().get()) : said;
    }

    private DetailsGrid grid(DisabledRow row) {
        return new DetailsGrid(context)
                .section("details.now")
                .line("view.queues.disabled.column.kind", () -> texts.get("queues.kind." + row.subject().kind()))
                .line("view.queues.disabled.column.app", () -> row.appProperty().get())
                .line("view.queues.disabled.column.by", () -> row.byProperty().get())
                .line("view.queues.disabled.column.since", () -> time(row.sinceProperty().get()))
                .line("view.queues.disabled.column.until", () -> until(row))
                .line("view.queues.disabled.column.backlog", () -> texts.get("number.count", row.backlogProperty().get()))
                .line("details.means", () -> words.backlog(row));
    }

    private String until(DisabledRow row) {
        Instant until = row.untilProperty().get();
        return until == null ? texts.get("queues.until.nobody-knows") : time(until);
    }

    private String time(Instant time) {
        Times times = context.columns().times();
        return time == null ? "" : texts.get("details.time",
                times.relative(time, context.columns().now().getValue()), times.absolute(time));
    }
}
