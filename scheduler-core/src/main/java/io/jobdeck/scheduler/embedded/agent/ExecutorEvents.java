package io.jobdeck.scheduler.embedded.agent;

import com.google.protobuf.ByteString;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.ContainerID;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.executor.Protos.Event;

/** The events of the v1 executor API. */
final class ExecutorEvents {

    private ExecutorEvents() {
    }

    static Event subscribed(ExecutorRun run, AgentInfo agent) {
        return Event.newBuilder().setType(Event.Type.SUBSCRIBED)
                .setSubscribed(Event.Subscribed.newBuilder()
                        .setExecutorInfo(run.info())
                        .setFrameworkInfo(run.framework().info())
                        .setAgentInfo(agent)
                        .setContainerId(ContainerID.newBuilder().setValue(run.container())))
                .build();
    }

    static Event launch(TaskRun task) {
        return Event.newBuilder().setType(Event.Type.LAUNCH)
                .setLaunch(Event.Launch.newBuilder().setTask(task.info())).build();
    }

    static Event kill(TaskID task) {
        return Event.newBuilder().setType(Event.Type.KILL)
                .setKill(Event.Kill.newBuilder().setTaskId(task)).build();
    }

    static Event acknowledged(TaskID task, ByteString uuid) {
        return Event.newBuilder().setType(Event.Type.ACKNOWLEDGED)
                .setAcknowledged(Event.Acknowledged.newBuilder().setTaskId(task).setUuid(uuid)).build();
    }

    static Event message(ByteString data) {
        return Event.newBuilder().setType(Event.Type.MESSAGE)
                .setMessage(Event.Message.newBuilder().setData(data)).build();
    }

    static Event shutdown() {
        return Event.newBuilder().setType(Event.Type.SHUTDOWN).build();
    }
}
