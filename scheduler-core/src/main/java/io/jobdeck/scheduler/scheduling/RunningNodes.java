package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.TransactionResult.Reason;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import java.util.List;

/** The nodes that 2.1.5 keeps for the tasks of daemon jobs (spec section 2.2), beside this scheduler's own records. */
final class RunningNodes {

    private RunningNodes() {
    }

    static Change write(TaskRecord task, boolean exists) {
        String path = RegistryPaths.running(task.metaInfo());
        String id = task.taskId().toString();
        return exists ? new Change.Set(path, id) : new Change.Create(path, id);
    }

    /**
     * Adds the changes that write the nodes of tasks which are about to be launched, as many as there is room for; the
     * others follow once the launch is recorded.
     *
     * @return how many of the tasks have their changes, from the first on
     */
    static int create(JobState job, List<TaskRecord> tasks, List<Change> changes) {
        int bytes = Changes.bytes(changes);
        if (!job.runningParent) {
            changes.add(new Change.Create(RegistryPaths.running(job.name()), ""));
        }
        int written = 0;
        for (TaskRecord task : tasks) {
            Change change = write(task, job.runningNodes.contains(task.taskId().item()));
            bytes += Changes.bytes(change);
            if (Changes.isFull(bytes)) {
                break;
            }
            changes.add(change);
            written++;
        }
        return written;
    }

    /** Returns whether a refusal tells of what others did to these nodes, which is known then. */
    static boolean learnFrom(JobState job, Refused refused) {
        String parent = RegistryPaths.running(job.name());
        boolean exists = refused.reason() == Reason.NODE_EXISTS;
        if (refused.change().path().equals(parent)) {
            job.runningParent = exists || refused.reason() == Reason.NOT_EMPTY;
            return refused.reason() != Reason.NOT_EMPTY;
        }
        if (!(NodeAddress.of(refused.change().path()) instanceof NodeAddress.Running node)) {
            return false;
        }
        if (exists) {
            job.runningNodes.add(node.task().item());
            job.outdatedRunningNodes.add(node.task().item());
        } else if (!job.runningNodes.remove(node.task().item())) {
            job.runningParent = false;
        }
        return true;
    }
}
