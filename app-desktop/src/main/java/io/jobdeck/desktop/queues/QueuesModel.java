package io.jobdeck.desktop.queues;

import io.jobdeck.desktop.fold.ClusterDelta;
import io.jobdeck.desktop.fold.DisabledFacts;
import io.jobdeck.desktop.fold.FailoverFacts;
import io.jobdeck.desktop.fold.ReadyFacts;
import io.jobdeck.desktop.fold.TaskFacts;
import io.jobdeck.desktop.table.TableModel;
import io.jobdeck.desktop.tasks.TaskRow;
import io.jobdeck.desktop.tasks.TasksModel;
import io.jobdeck.scheduler.model.MetaInfo;
import io.jobdeck.scheduler.model.TaskId;
import java.util.Comparator;

/** The view model of the view of queues. */
public final class QueuesModel {

    private final TableModel<ReadyFacts.Key, ReadyFacts, ReadyRow> ready = new TableModel<>(ReadyRow::new,
            ReadyRow.BY_JOB, QueueFields.READY);
    private final TableModel<TaskId, TaskFacts, TaskRow> running = TasksModel.newTable();
    private final TableModel<MetaInfo, FailoverFacts, FailoverRow> failover = new TableModel<>(FailoverRow::new,
            Comparator.comparing(FailoverRow::task), QueueFields.FAILOVER);
    private final TableModel<DisabledFacts.Subject, DisabledFacts, DisabledRow> disabled =
            new TableModel<>(DisabledRow::new, Comparator.comparing(row -> row.subject().name()), QueueFields.DISABLED);

    /** Takes what changed in all four queues. */
    public void apply(ClusterDelta delta) {
        ready.apply(delta.ready());
        running.apply(delta.tasks());
        failover.apply(delta.failover());
        disabled.apply(delta.disabled());
    }

    public TableModel<ReadyFacts.Key, ReadyFacts, ReadyRow> ready() {
        return ready;
    }

    public TableModel<TaskId, TaskFacts, TaskRow> running() {
        return running;
    }

    public TableModel<MetaInfo, FailoverFacts, FailoverRow> failover() {
        return failover;
    }

    public TableModel<DisabledFacts.Subject, DisabledFacts, DisabledRow> disabled() {
        return disabled;
    }
}
