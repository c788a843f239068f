package io.jobdeck.scheduler.scheduling;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.Filters;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.OfferID;
import org.apache.mesos.v1.Protos.Offer.Operation;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import io.jobdeck.scheduler.model.TaskId;

/** The calls of the v1 scheduler API that the loop makes. */
final class MesosCalls {

    private final Consumer<Call> driver;
    private Optional<FrameworkID> frameworkId = Optional.empty();

    /** @param driver takes a call without blocking */
    MesosCalls(Consumer<Call> driver) {
        this.driver = driver;
    }

    void setFrameworkId(FrameworkID id) {
        frameworkId = Optional.of(id);
    }

    void subscribe(FrameworkInfo framework) {
        Call.Builder call = Call.newBuilder().setType(Call.Type.SUBSCRIBE)
                .setSubscribe(Call.Subscribe.newBuilder().setFrameworkInfo(framework));
        if (framework.hasId()) {
            call.setFrameworkId(framework.getId());
        }
        driver.accept(call.build());
    }

    void launch(Collection<OfferID> offers, List<TaskInfo> tasks) {
        // What is left of the offers is wanted back at once: other jobs may wait for it.
        send(Call.newBuilder().setType(Call.Type.ACCEPT).setAccept(Call.Accept.newBuilder()
                .addAllOfferIds(offers)
                .addOperations(Operation.newBuilder().setType(Operation.Type.LAUNCH)
                        .setLaunch(Operation.Launch.newBuilder().addAllTaskInfos(tasks)))
                .setFilters(Filters.newBuilder().setRefuseSeconds(0))));
    }

    void decline(Collection<OfferID> offers, double refuseSeconds) {
        send(Call.newBuilder().setType(Call.Type.DECLINE).setDecline(Call.Decline.newBuilder()
                .addAllOfferIds(offers)
                .setFilters(Filters.newBuilder().setRefuseSeconds(refuseSeconds))));
    }

    void suppress() {
        send(Call.newBuilder().setType(Call.Type.SUPPRESS));
    }

    void revive() {
        send(Call.newBuilder().setType(Call.Type.REVIVE));
    }

    void kill(TaskId task) {
        send(Call.newBuilder().setType(Call.Type.KILL).setKill(Call.Kill.newBuilder()
                .setTaskId(TaskID.newBuilder().setValue(task.toString()))
                .setAgentId(AgentID.newBuilder().setValue(task.agentId()))));
    }

    /** Kills a task that has no record. */
    void kill(TaskStatus status) {
        Call.Kill.Builder kill = Call.Kill.newBuilder().setTaskId(status.getTaskId());
        if (status.hasAgentId()) {
            kill.setAgentId(status.getAgentId());
        }
        send(Call.newBuilder().setType(Call.Type.KILL).setKill(kill));
    }

    /** Acknowledges an update, unless it is one of the master's own, which have no uuid. */
    void acknowledge(TaskStatus status) {
        if (!status.hasUuid() || status.getUuid().isEmpty()) {
            return;
        }
        send(Call.newBuilder().setType(Call.Type.ACKNOWLEDGE).setAcknowledge(Call.Acknowledge.newBuilder()
                .setAgentId(status.getAgentId())
                .setTaskId(status.getTaskId())
                .setUuid(status.getUuid())));
    }

    /** Asks for the state of these tasks; of all tasks that the master knows if there are none. */
    void reconcile(Collection<TaskId> tasks) {
        Call.Reconcile.Builder reconcile = Call.Reconcile.newBuilder();
        tasks.forEach(task -> reconcile.addTasks(Call.Reconcile.Task.newBuilder()
                .setTaskId(TaskID.newBuilder().setValue(task.toString()))
                .setAgentId(AgentID.newBuilder().setValue(task.agentId()))));
        send(Call.newBuilder().setType(Call.Type.RECONCILE).setReconcile(reconcile));
    }

    void sendToExecutor(String agentId, String executorId, String message) {
        send(Call.newBuilder().setType(Call.Type.MESSAGE).setMessage(Call.Message.newBuilder()
                .setAgentId(AgentID.newBuilder().setValue(agentId))
                .setExecutorId(ExecutorID.newBuilder().setValue(executorId))
                .setData(ByteString.copyFrom(message, StandardCharsets.UTF_8))));
    }

    void shutdown(ExecutorState executor) {
        send(Call.newBuilder().setType(Call.Type.SHUTDOWN).setShutdown(Call.Shutdown.newBuilder()
                .setAgentId(AgentID.newBuilder().setValue(executor.agentId()))
                .setExecutorId(ExecutorID.newBuilder().setValue(executor.id()))));
    }

    private void send(Call.Builder call) {
        frameworkId.ifPresent(call::setFrameworkId);
        driver.accept(call.build());
    }
}
