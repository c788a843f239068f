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

/** The view model of the view of queues. */
public final class QueuesModel {

    private final TableModel<String, ReadyFacts, ReadyRow> ready = new TableModel<>(ReadyRow::new,
            Comparator.comparing(ReadyRow::job), QueueFields.READY);
    private final TableModel<TaskId, TaskRecord, RunningRow> running = new TableModel<>(RunningRow::new,
            Comparator.comparing(row -> row.key().metaInfo()), QueueFields.RUNNING);
    private final TableModel<MetaInfo, FailoverFacts, FailoverRow> failover = new TableModel<>(FailoverRow::new,
            Comparator.comparing(FailoverRow::task), QueueFields.FAILOVER);
    private final TableModel<DisabledFacts.Subject, DisabledFacts, DisabledRow> disabled =
            new TableModel<>(DisabledRow::new, Comparator.comparing(row -> row.subject().name()), QueueFields.DISABLED);

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
