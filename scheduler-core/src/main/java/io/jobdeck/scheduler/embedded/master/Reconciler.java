package io.jobdeck.scheduler.embedded.master;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.mesos.v1.Protos.FrameworkInfo.Capability;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;

/** Says in which state tasks are, as far as the master can know. Used by the master's thread only. */
final class Reconciler {

    private final ClusterState state;

    Reconciler(ClusterState state) {
        this.state = state;
    }

    /** Answers for the tasks named, or for all tasks of the framework if none is. */
    void reconcile(Framework framework, List<Call.Reconcile.Task> asked) {
        if (asked.isEmpty()) {
            List<Task> all = new ArrayList<>(framework.tasks());
            Collections.reverse(all);
            all.forEach(task -> framework.send(Statuses.update(Statuses.latest(task))));
        }
        for (Call.Reconcile.Task task : asked) {
            answer(framework, task).ifPresent(status -> framework.send(Statuses.update(status)));
        }
    }

    /** Empty if the task may be on an agent that has not come back since this master started. */
    private Optional<TaskStatus> answer(Framework framework, Call.Reconcile.Task asked) {
        Optional<Task> known = framework.task(asked.getTaskId().getValue());
        if (known.isPresent()) {
            return known.map(Statuses::latest);
        }
        boolean partitionAware = framework.has(Capability.Type.PARTITION_AWARE);
        if (asked.hasAgentId() && state.agent(asked.getAgentId()).isPresent()) {
            return Optional.of(Statuses.unknownToAgent(asked, partitionAware));
        }
        boolean awaited = asked.hasAgentId()
                ? state.awaitedAgents().contains(asked.getAgentId().getValue())
                : !state.awaitedAgents().isEmpty();
        return awaited ? Optional.empty() : Optional.of(Statuses.unknown(asked, partitionAware));
    }
}
