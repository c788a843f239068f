package io.jobdeck.scheduler.embedded.agent;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.embedded.cluster.AgentGateway;
import io.jobdeck.scheduler.embedded.cluster.MasterGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Event;

/** A master that notes what its agent tells it, in the form of the events that a scheduler would get. */
final class RecordingMaster implements MasterGateway {

    static final AgentID AGENT = AgentID.newBuilder().setValue("11111111-2222-3333-4444-555555555555-S0").build();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<TaskState> latest = new CopyOnWriteArrayList<>();
    private volatile AgentGateway agent;
    private volatile List<RecoveredExecutor> recovered = List.of();

    AgentGateway agent() {
        return agent;
    }

    List<RecoveredExecutor> recovered() {
        return recovered;
    }

    List<Event> events() {
        return new ArrayList<>(events);
    }

    List<TaskStatus> updates() {
        return events.stream().filter(Event::hasUpdate).map(event -> event.getUpdate().getStatus()).toList();
    }

    /** Returns the latest states that came with the updates, in the same order. */
    List<TaskState> latestStates() {
        return new ArrayList<>(latest);
    }

    List<TaskState> statesOf(String task) {
        return updates().stream().filter(status -> status.getTaskId().getValue().equals(task))
                .map(TaskStatus::getState).toList();
    }

    @Override
    public AgentID register(AgentInfo registered, List<RecoveredExecutor> executors, AgentGateway gateway) {
        recovered = executors;
        agent = gateway;
        return registered.hasId() ? registered.getId() : AGENT;
    }

    @Override
    public void unregister(AgentID id) {
        agent = null;
    }

    @Override
    public void statusUpdate(AgentID id, FrameworkID framework, TaskStatus status, TaskState latestState) {
        latest.add(latestState);
        events.add(Event.newBuilder().setType(Event.Type.UPDATE)
                .setUpdate(Event.Update.newBuilder().setStatus(status)).build());
    }

    @Override
    public void executorTerminated(AgentID id, FrameworkID framework, ExecutorID executor, int status) {
        events.add(Event.newBuilder().setType(Event.Type.FAILURE).setFailure(
                Event.Failure.newBuilder().setAgentId(id).setExecutorId(executor).setStatus(status)).build());
    }

    @Override
    public void messageFromExecutor(AgentID id, FrameworkID framework, ExecutorID executor, ByteString data) {
        events.add(Event.newBuilder().setType(Event.Type.MESSAGE).setMessage(
                Event.Message.newBuilder().setAgentId(id).setExecutorId(executor).setData(data)).build());
    }
}
