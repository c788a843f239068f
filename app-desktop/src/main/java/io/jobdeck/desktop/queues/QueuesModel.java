package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.fold.ClusterDelta;
import io.jobdeck.desktop.fold.DisabledFacts;
import io.jobdeck.desktop.fold.FailoverFacts;
import io.jobdeck.desktop.fold.ReadyFacts;
import io.jobdeck.desktop.table.TableModel;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import java.util.Comparator;
import java.util.List;

/** The view model of the view of queues. */
public final class QueuesModel {

    private final TableModel<String, ReadyFacts, ReadyRow> ready = new TableModel<>(ReadyRow::new,
            Comparator.comparing(ReadyRow::job), TableModel.containedIn(row -> List.of(row.job(), row.appProperty().get(), row.reasonProperty().get())));
    private final TableModel<TaskId, TaskRecord, RunningRow> running = new TableModel<>(RunningRow::new,
            Comparator.comparing(row -> row.key().metaInfo()), TableModel.containedIn(row -> List.of(row.key().jobName(), row.task().appName(), row.task().agentHost(),
                    row.key().agentId(), row.task().state().name())));
    private final TableModel<MetaInfo, FailoverFacts, FailoverRow> failover = new TableModel<>(FailoverRow::new,
            Comparator.comparing(FailoverRow::task), TableModel.containedIn(row -> List.of(row.task().jobName(), row.appProperty().get(),
                    row.originalTaskIdProperty().get(), row.reasonProperty().get())));
    private final TableModel<DisabledFacts.Subject, DisabledFacts, DisabledRow> disabled =
            new TableModel<>(DisabledRow::new, Comparator.comparing(row -> row.subject().name()),
                    TableModel.containedIn(row -> List.of(row.subject().name(), row.appProperty().get(), row.byProperty().get())));

    /** Takes what changed in all four queues. */
    public void apply(ClusterDelta delta) {
        ready.apply(delta.ready());
        running.apply(delta.running());
        failover.apply(delta.failover());
        disabled.apply(delta.disabled());
    }

    public TableModel<String, ReadyFacts, ReadyRow> ready() {
        return ready;
    }

    public TableModel<TaskId, TaskRecord, RunningRow> running() {
        return running;
    }

    public TableModel<MetaInfo, FailoverFacts, FailoverRow> failover() {
        return failover;
    }

    public TableModel<DisabledFacts.Subject, DisabledFacts, DisabledRow> disabled() {
        return disabled;
    }
}
