package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.filter.FilterFields;
import io.jobdeck.desktop.fold.DisabledFacts;
import io.jobdeck.scheduler.model.TaskState;
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
            .text("help", row -> row.helpProperty().get());

    static final FilterFields<RunningRow> RUNNING = FilterFields.<RunningRow>none()
            .text("job", row -> row.key().jobName())
            .name("app", row -> row.task().appName())
            .state("state", List.of(TaskState.values()), row -> row.stateProperty().get(), state -> "task.state." + state)
            .age("age", row -> row.task().launchedAt())
            .time("launched", row -> row.task().launchedAt())
            .number("item", row -> row.key().item())
            .name("agent", row -> row.task().agentHost())
            .text("task", row -> row.key().toString());

    static final FilterFields<FailoverRow> FAILOVER = FilterFields.<FailoverRow>none()
            .text("job", row -> row.task().jobName())
            .name("app", row -> row.appProperty().get())
            .number("item", row -> row.task().item())
            .text("reason", row -> row.reasonProperty().get())
            .text("task", row -> row.originalTaskIdProperty().get());

    static final FilterFields<DisabledRow> DISABLED = FilterFields.<DisabledRow>none()
            .text("name", row -> row.subject().name())
            .name("app", row -> row.appProperty().get())
            .word("kind", List.of(DisabledFacts.Kind.values()), row -> row.subject().kind(), kind -> "queues.kind." + kind)
            .name("by", row -> row.byProperty().get())
            .age("age", row -> row.sinceProperty().get())
            .time("since", row -> row.sinceProperty().get());

    private QueueFields() {
    }
}
