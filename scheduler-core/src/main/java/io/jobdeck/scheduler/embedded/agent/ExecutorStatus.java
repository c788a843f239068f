package io.jobdeck.scheduler.embedded.agent;

import java.time.Instant;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ContainerID;
import org.apache.mesos.v1.Protos.ContainerStatus;
import org.apache.mesos.v1.Protos.NetworkInfo;
import org.apache.mesos.v1.Protos.TaskStatus;

/** What an agent adds to the status updates of executors before they go to the scheduler. */
final class ExecutorStatus {

    private static final String ADDRESS = "127.0.0.1";

    private ExecutorStatus() {
    }

    /** Returns {@code status} with agent, executor and container, and with a time if it has none. */
    static TaskStatus complete(TaskStatus status, ExecutorRun run, AgentID agent, Instant now) {
        TaskStatus.Builder complete = status.toBuilder()
                .setAgentId(agent)
                .setExecutorId(run.id())
                .setContainerStatus(containerStatus(run));
        if (!complete.hasTimestamp()) {
            complete.setTimestamp(StatusUpdates.seconds(now));
        }
        return complete.build();
    }

    private static ContainerStatus containerStatus(ExecutorRun run) {
        ContainerStatus.Builder container = ContainerStatus.newBuilder()
                .setContainerId(ContainerID.newBuilder().setValue(run.container()))
                .addNetworkInfos(NetworkInfo.newBuilder()
                        .addIpAddresses(NetworkInfo.IPAddress.newBuilder().setIpAddress(ADDRESS)));
        if (run.process() != null) {
            container.setExecutorPid((int) run.process().pid());
        }
        return container.build();
    }
}
