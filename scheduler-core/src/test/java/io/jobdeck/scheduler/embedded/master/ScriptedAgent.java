package io.jobdeck.scheduler.embedded.master;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.embedded.cluster.AgentGateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.Attribute;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.Value;

/** An agent that runs nothing: it notes what the master asks, and tests say what it reports. */
final class ScriptedAgent implements AgentGateway {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, TaskInfo> tasks = new ConcurrentHashMap<>();

    /** Returns the agent of the recordings: 4 cpus, 4096 MB, 10240 MB of disk, 1001 ports and three attributes. */
    static AgentInfo recordedInfo() {
        return AgentInfo.newBuilder()
                .setHostname("agent-1.example")
                .setPort(5051)
                .addResources(Resource.newBuilder().setName("ports").setType(Value.Type.RANGES)
                        .setRanges(ranges(31000, 32000)))
                .addResources(scalar("cpus", 4))
                .addResources(scalar("mem", 4096))
                .addResources(scalar("disk", 10240))
                .addAttributes(Attribute.newBuilder().setName("rack").setType(Value.Type.TEXT)
                        .setText(Value.Text.newBuilder().setValue("r1")))
                .addAttributes(Attribute.newBuilder().setName("level").setType(Value.Type.SCALAR)
                        .setScalar(Value.Scalar.newBuilder().setValue(10)))
                .addAttributes(Attribute.newBuilder().setName("span").setType(Value.Type.RANGES)
                        .setRanges(ranges(1, 5)))
                .build();
    }

    static Resource scalar(String name, double amount) {
        return Resource.newBuilder().setName(name).setType(Value.Type.SCALAR)
                .setScalar(Value.Scalar.newBuilder().setValue(amount)).build();
    }

    private static Value.Ranges ranges(long begin, long end) {
        return Value.Ranges.newBuilder().addRange(Value.Range.newBuilder().setBegin(begin).setEnd(end)).build();
    }

    static AgentID id(String id) {
        return AgentID.newBuilder().setValue(id).build();
    }

    /** Returns what the master has asked so far, one line for each call, in order. */
    List<String> asked() {
        return new ArrayList<>(asked);
    }

    /** Returns a task that was to be run, or null. */
    TaskInfo task(String id) {
        return tasks.get(id);
    }

    @Override
    public void runTask(FrameworkInfo framework, TaskInfo task) {
        tasks.put(task.getTaskId().getValue(), task);
        asked.add("run " + task.getTaskId().getValue());
    }

    @Override
    public void killTask(FrameworkID framework, TaskID task) {
        asked.add("kill " + task.getValue());
    }

    @Override
    public void shutdownExecutor(FrameworkID framework, ExecutorID executor) {
        asked.add("shutdown executor " + executor.getValue());
    }

    @Override
    public void shutdownFramework(FrameworkID framework) {
        asked.add("shutdown framework");
    }

    @Override
    public void sendToExecutor(FrameworkID framework, ExecutorID executor, ByteString data) {
        asked.add("message to " + executor.getValue() + ": " + data.toStringUtf8());
    }

    @Override
    public void acknowledge(FrameworkID framework, TaskID task, ByteString uuid) {
        asked.add("acknowledge " + task.getValue());
    }

    @Override
    public void frameworkReconnected(FrameworkID framework) {
        asked.add("reconnected");
    }
}
