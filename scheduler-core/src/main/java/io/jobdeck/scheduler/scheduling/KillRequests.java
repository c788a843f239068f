package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.NodeAddress;
import io.jobdeck.scheduler.registry.RegistryPaths;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks that somebody wants killed. A request stands in the registry until the end of its task is recorded, and is removed
 * together with it.
 */
final class KillRequests {

    private static final Logger LOG = LoggerFactory.getLogger(KillRequests.class);

    private final ClusterState state;
    private final RegistryWriter writer;
    private final Kills kills;

    KillRequests(ClusterState state, RegistryWriter writer, Kills kills) {
        this.state = state;
        this.writer = writer;
        this.kills = kills;
    }

    /** Kills what is to be killed, and removes requests for tasks that have ended. */
    void look(JobState job) {
        for (TaskId id : List.copyOf(job.wishes.kills)) {
            state.findTask(id).ifPresentOrElse(kills::kill, () -> remove(job, id));
        }
    }

    private void remove(JobState job, TaskId id) {
        LOG.info("task {}, which somebody wants killed, has ended already", id);
        job.wishes.kills.remove(id);
        writer.write(List.of(new Change.Delete(RegistryPaths.kill(id))), done -> { }, gone -> { });
    }

    /** Adds the change that removes the request to kill a task that has ended, if there is one. */
    static void fulfil(JobState job, TaskRecord task, List<Change> changes) {
        if (job.wishes.kills.contains(task.taskId())) {
            changes.add(new Change.Delete(RegistryPaths.kill(task.taskId())));
        }
    }

    /** Follows {@link #fulfil} in the state, once it is committed. */
    static void fulfilled(JobState job, TaskRecord task) {
        job.wishes.kills.remove(task.taskId());
    }

    /** Returns whether a refusal of {@link #fulfil} tells that the request is gone, which is known then. */
    static boolean learnFrom(JobState job, Refused refused) {
        if (NodeAddress.of(refused.change().path()) instanceof NodeAddress.Kill kill) {
            job.wishes.kills.remove(kill.task());
            return true;
        }
        return false;
    }
}
