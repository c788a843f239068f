package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.filter.FilterFields;
import io.jobdeck.desktop.fold.DisabledFacts;
import io.jobdeck.scheduler.model.OneOffRun;
import java.util.List;

/** What a filter can ask of the rows of the four queues. */
final class QueueFields {

    static final FilterFields<ReadyRow> READY = FilterFields.<ReadyRow>none()
            .text("job", ReadyRow::job)
            .name("app", row -> row.appProperty().get())
            .number("runs", row -> row.countProperty().get())
            .age("age", row -> row.sinceProperty().get())
            .time("since", row -> row.sinceProperty().get())
            .text("reason", row -> row.reasonProperty().get())
            .text("help", row -> row.helpProperty().get())
            .name("by", row -> row.run().map(OneOffRun::by).orElse(""))
            .searched(row -> row.run().flatMap(OneOffRun::jobParameter).orElse(""));

    static final FilterFields<FailoverRow> FAILOVER = FilterFields.<FailoverRow>none()
            .text("job", row -> row.task().jobName())
            .name("app", row -> row.appProperty().get())
            .number("item", row -> row.task().item())
            .text("reason", row -> row.reasonProperty().get())
            .number("attempts", row -> row.attemptsProperty().get())
            .until("next", row -> row.nextTryProperty().get())
            .text("avoided", row -> row.avoidedProperty().get())
            .text("message", row -> row.messageProperty().get())
            .text("task", row -> row.originalTaskIdProperty().get());

    static final FilterFields<DisabledRow> DISABLED = FilterFields.<DisabledRow>none()
            .text("name", row -> row.subject().name())
            .name("app", row -> row.appProperty().get())
            .word("kind", List.of(DisabledFacts.Kind.values()), row -> row.subject().kind(), kind -> "queues.kind." + kind)
            .name("by", row -> row.byProperty().get())
            .age("age", row -> row.sinceProperty().get())
            .time("since", row -> row.sinceProperty().get())
            .until("until", row -> row.untilProperty().get())
            .number("backlog", row -> row.backlogProperty().get());

    private QueueFields() {
    }
}
