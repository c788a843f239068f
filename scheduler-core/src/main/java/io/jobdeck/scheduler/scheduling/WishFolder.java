package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.codec.Codecs;
import io.jobdeck.scheduler.model.FailedItem;
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
            JobState job = state.job(info.job());
            job.disableInfo.set(NodeText.read(Codecs.DISABLEMENT, node), node.version());
            state.changed(job);
        } else if (address instanceof NodeAddress.DisabledAppInfo info) {
            AppState app = state.app(info.app());
            app.disableInfo.set(NodeText.read(Codecs.DISABLEMENT, node), node.version());
            state.changed(app);
        } else if (address instanceof NodeAddress.Run run) {
            JobState job = state.job(run.job());
            boolean isNew = !job.wishes.runs.containsKey(run.runId());
            job.wishes.runs.put(run.runId(), NodeText.read(Codecs.ONE_OFF_RUN, node));
            // The rest of a run that has begun is written by the leader itself.
            job.retryNow |= isNew && !job.queueWriteUnderWay;
            state.changed(job);
        } else if (address instanceof NodeAddress.Kill kill) {
            JobState job = state.job(kill.task().jobName());
            job.wishes.kills.add(kill.task());
            state.changed(job);
        } else if (address instanceof NodeAddress.Trigger trigger) {
            JobState job = state.job(trigger.job());
            Wishes.Trigger now = new Wishes.Trigger(NodeText.read(Codecs.DAEMON_TRIGGER, node), node.version());
            job.retryNow |= !now.isSameAs(job.wishes.trigger);
            job.wishes.trigger = now;
            state.changed(job);
        } else if (address instanceof NodeAddress.Attempt attempt) {
            foldAttempt(attempt, node);
        } else if (address instanceof NodeAddress.LostTask lost) {
            JobState job = state.job(lost.task().jobName());
            NodeText.read(Codecs.LOST_TASK, node).ifPresent(task -> job.lostTasks.put(lost.task(), task));
            state.changed(job);
        } else if (address instanceof NodeAddress.JobChanges changes) {
            JobState job = state.job(changes.job());
            job.changesNode = true;
            state.changed(job);
        } else if (address instanceof NodeAddress.Reconcile) {
            NodeText.read(Codecs.RECONCILE_REQUEST, node).ifPresent(reconcile);
        } else {
            return false;
        }
        return true;
    }

    private void foldAttempt(NodeAddress.Attempt attempt, TreeNode node) {
        JobState job = state.job(attempt.task().jobName());
        Optional<FailedItem> item = NodeText.read(Codecs.FAILED_ITEM, node);
        job.failedItems.put(attempt.task().item(), item.orElseGet(Failovers::unreadable));
        state.changed(job);
    }

    /** The node is gone. */
    void forget(NodeAddress address) {
        if (address instanceof NodeAddress.DisabledJobInfo gone) {
            JobState job = state.job(gone.job());
            job.disableInfo.clear();
            state.changed(job);
        } else if (address instanceof NodeAddress.DisabledAppInfo gone) {
            AppState app = state.app(gone.app());
            app.disableInfo.clear();
            state.changed(app);
        } else if (address instanceof NodeAddress.Run gone) {
            JobState job = state.job(gone.job());
            job.wishes.runs.remove(gone.runId());
            state.changed(job);
        } else if (address instanceof NodeAddress.Kill gone) {
            JobState job = state.job(gone.task().jobName());
            job.wishes.kills.remove(gone.task());
            state.changed(job);
        } else if (address instanceof NodeAddress.Trigger gone) {
            JobState job = state.job(gone.job());
            job.wishes.trigger = null;
            state.changed(job);
        } else if (address instanceof NodeAddress.Attempt gone) {
            JobState job = state.job(gone.task().jobName());
            job.failedItems.remove(gone.task().item());
            state.changed(job);
        } else if (address instanceof NodeAddress.JobChanges gone) {
            JobState job = state.job(gone.job());
            job.changesNode = false;
            state.changed(job);
        } else if (address instanceof NodeAddress.LostTask gone) {
            JobState job = state.job(gone.task().jobName());
            job.lostTasks.remove(gone.task());
            state.changed(job);
        }
    }
}
