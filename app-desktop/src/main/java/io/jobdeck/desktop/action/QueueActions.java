package io.jobdeck.desktop.action;

import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What can be done to tasks and to entries of queues of one cluster. Interface thread only. */
final class QueueActions {

    private final ActionContext context;
    private final Inventory inventory;
    private final Reasons reasons;
    private final Consequences consequences;
    private final QueueUndo undo;

    QueueActions(ActionContext context) {
        this.context = context;
        this.inventory = context.inventory();
        this.reasons = new Reasons(inventory, context.texts());
        this.consequences = new Consequences(context.texts(), inventory);
        this.undo = new QueueUndo(context);
    }

    /** Returns all of them in the order of a menu. */
    List<Action> all() {
        SchedulerOperations operations = context.connection().operations();
        Caller caller = context.connection().caller();
        return List.of(
                bulk(ActionFace.TASK_KILL, Target.Task.class, this::taskGone, consequences::ofKilling,
                        Work.each(task -> operations.killTask(task.id(), caller)), Undo.none()),
                bulk(ActionFace.READY_REMOVE_ONE, Target.Ready.class, this::notReady,
                        entries -> consequences.ofRemovingRuns(entries.size(), entries.size()),
                        Work.counting(entry -> operations.removeReady(entry.job(), OptionalInt.of(1), caller)),
                        undo::ofRemovingReady),
                bulk(ActionFace.READY_REMOVE_ALL, Target.Ready.class, this::notReady, consequences::ofRemovingAllReady,
                        Work.counting(entry -> operations.removeReady(entry.job(), OptionalInt.empty(), caller)),
                        undo::ofRemovingReady),
                bulk(ActionFace.RUN_REMOVE, Target.Run.class, run -> Optional.empty(),
                        runs -> consequences.ofRemovingRuns(runs.size(), jobsOf(runs)),
                        Work.each(run -> operations.removeRun(run.job(), run.runId(), caller)), undo::ofRemovingRuns),
                bulk(ActionFace.FAILOVER_REMOVE, Target.Failover.class, this::notInFailover,
                        items -> consequences.ofRemovingFailover(items.size()),
                        Work.counting(entry -> operations.removeFailover(entry.item().jobName(),
                                OptionalInt.of(entry.item().item()), caller)), Undo.none()));
    }

    private static int jobsOf(List<Target.Run> runs) {
        return (int) runs.stream().map(Target.Run::job).distinct().count();
    }

    private Optional<String> taskGone(Target.Task task) {
        return reasons.unless(inventory.task(task.id()).isPresent(), "task-ended", task.name());
    }

    private Optional<String> notReady(Target.Ready entry) {
        if (inventory.readyRuns(entry.job()).isEmpty()) {
            return reasons.unless(false, "nothing-ready", entry.job());
        }
        boolean daemon = inventory.job(entry.job()).filter(Reasons::isDaemon).isPresent();
        return reasons.unless(!daemon, "daemon-entry", entry.job());
    }

    private Optional<String> notInFailover(Target.Failover entry) {
        return reasons.unless(inventory.isInFailover(entry.item()), "not-in-failover", entry.name());
    }

    private <T extends Target> Action bulk(ActionFace face, Class<T> kind, Function<T, Optional<String>> whyNot,
            Function<List<T>, String> said, Work<T> work, Undo<T> way) {
        return new BulkAction<>(face, kind, context, new BulkAction.Rule<>(whyNot, said), work, way);
    }
}
