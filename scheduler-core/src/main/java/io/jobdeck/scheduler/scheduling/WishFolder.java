package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.Disablement;
import io.jobdeck.scheduler.model.FailedItem;
import io.jobdeck.scheduler.model.LostTask;
import io.jobdeck.scheduler.model.OneOffRun;
import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings the loop's state up to date with the nodes that 2.1.5 does not know and that anybody may write. */
final class WishFolder {

    private final ClusterState state;
    private final Consumer<ReconcileRequest> reconcile;

    /** @param reconcile hears of every request to reconcile that is written while somebody listens */
    WishFolder(ClusterState state, Consumer<ReconcileRequest> reconcile) {
        this.state = state;
        this.reconcile = reconcile;
    }

    /** Takes what the node says now; returns false if it is none of these nodes. */
    boolean fold(NodeAddress address, TreeNode node) {
        if (address instanceof NodeAddress.DisabledJobInfo info) {
            Optional<Disablement> disablement = NodeText.read(Codecs.DISABLEMENT, node);
            state.changeJob(info.job(), job -> job.disableInfo.set(disablement, node.version()));
        } else if (address instanceof NodeAddress.DisabledAppInfo info) {
            Optional<Disablement> disablement = NodeText.read(Codecs.DISABLEMENT, node);
            state.changeApp(info.app(), app -> app.disableInfo.set(disablement, node.version()));
        } else if (address instanceof NodeAddress.Run run) {
            Optional<OneOffRun> wanted = NodeText.read(Codecs.ONE_OFF_RUN, node);
            state.changeJob(run.job(), job -> foldRun(job, run.runId(), wanted));
        } else if (address instanceof NodeAddress.Kill kill) {
            state.changeJob(kill.task().jobName(), job -> job.wishes.kills.add(kill.task()));
        } else if (address instanceof NodeAddress.Trigger trigger) {
            Wishes.Trigger now = new Wishes.Trigger(NodeText.read(Codecs.DAEMON_TRIGGER, node), node.version());
            state.changeJob(trigger.job(), job -> foldTrigger(job, now));
        } else if (address instanceof NodeAddress.Attempt attempt) {
            FailedItem item = NodeText.read(Codecs.FAILED_ITEM, node).orElseGet(Failovers::unreadable);
            state.changeJob(attempt.task().jobName(), job -> job.failedItems.put(attempt.task().item(), item));
        } else if (address instanceof NodeAddress.LostTask lost) {
            Optional<LostTask> task = NodeText.read(Codecs.LOST_TASK, node);
            state.changeJob(lost.task().jobName(), job -> task.ifPresent(found -> job.lostTasks.put(lost.task(), found)));
        } else if (address instanceof NodeAddress.JobChanges changes) {
            state.changeJob(changes.job(), job -> job.changesNode = true);
        } else if (address instanceof NodeAddress.Reconcile) {
            NodeText.read(Codecs.RECONCILE_REQUEST, node).ifPresent(reconcile);
        } else {
            return false;
        }
        return true;
    }

    private static void foldRun(JobState job, String runId, Optional<OneOffRun> wanted) {
        boolean isNew = !job.wishes.runs.containsKey(runId);
        job.wishes.runs.put(runId, wanted);
        // The rest of a run that has begun is written by the leader itself.
        job.retryNow |= isNew && !job.queueWriteUnderWay;
    }

    private static void foldTrigger(JobState job, Wishes.Trigger now) {
        job.retryNow |= !now.isSameAs(job.wishes.trigger);
        job.wishes.trigger = now;
    }

    /** The node is gone. */
    void forget(NodeAddress address) {
        if (address instanceof NodeAddress.DisabledJobInfo gone) {
            state.changeJob(gone.job(), job -> job.disableInfo.clear());
        } else if (address instanceof NodeAddress.DisabledAppInfo gone) {
            state.changeApp(gone.app(), app -> app.disableInfo.clear());
        } else if (address instanceof NodeAddress.Run gone) {
            state.changeJob(gone.job(), job -> job.wishes.runs.remove(gone.runId()));
        } else if (address instanceof NodeAddress.Kill gone) {
            state.changeJob(gone.task().jobName(), job -> job.wishes.kills.remove(gone.task()));
        } else if (address instanceof NodeAddress.Trigger gone) {
            state.changeJob(gone.job(), job -> job.wishes.trigger = null);
        } else if (address instanceof NodeAddress.Attempt gone) {
            state.changeJob(gone.task().jobName(), job -> job.failedItems.remove(gone.task().item()));
        } else if (address instanceof NodeAddress.JobChanges gone) {
            state.changeJob(gone.job(), job -> job.changesNode = false);
        } else if (address instanceof NodeAddress.LostTask gone) {
            state.changeJob(gone.task().jobName(), job -> job.lostTasks.remove(gone.task()));
        }
    }
}
