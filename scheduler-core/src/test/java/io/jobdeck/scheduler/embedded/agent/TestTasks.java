package io.jobdeck.scheduler.embedded.agent;

import com.google.gson.Gson;
import com.google.protobuf.ByteString;
import io.jobdeck.executor.recordio.RecordIo;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.CommandInfo;
import org.apache.mesos.v1.Protos.Environment;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.Resource;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.Value;

/** Frameworks and tasks as a master would pass them to an agent. */
final class TestTasks {

    static final FrameworkInfo FRAMEWORK = FrameworkInfo.newBuilder()
            .setId(FrameworkID.newBuilder().setValue("11111111-2222-3333-4444-555555555555-0000"))
            .setUser("root").setName("test").setCheckpoint(true).setFailoverTimeout(60).build();

    private TestTasks() {
    }

    /** Returns a task for the test executor, which does what {@code data} says. */
    static TaskInfo task(String id, String executor, String data) {
        return base(id).setData(ByteString.copyFromUtf8(data)).setExecutor(ExecutorInfo.newBuilder()
                .setExecutorId(ExecutorID.newBuilder().setValue(executor))
                .setCommand(executorCommand(CommandInfo.newBuilder().build()))).build();
    }

    static TaskInfo command(String id, String line) {
        return base(id).setCommand(CommandInfo.newBuilder().setValue(line)).build();
    }

    static TaskID id(String value) {
        return TaskID.newBuilder().setValue(value).build();
    }

    static ExecutorID executor(String value) {
        return ExecutorID.newBuilder().setValue(value).build();
    }

    private static TaskInfo.Builder base(String id) {
        return TaskInfo.newBuilder().setName("task " + id).setTaskId(id(id))
                .setAgentId(AgentID.newBuilder().setValue(RecordingMaster.AGENT.getValue()))
                .addResources(scalar("cpus", 0.1)).addResources(scalar("mem", 32));
    }

    /** Returns a command that runs the test executor, with the URIs and variables of {@code original}. */
    static CommandInfo executorCommand(CommandInfo original) {
        List<String> classPath = new ArrayList<>();
        for (Class<?> needed : List.of(TestExecutor.class, Gson.class,
                RecordIo.class)) {
            classPath.add(Path.of(location(needed)).toString());
        }
        return original.toBuilder()
                .setEnvironment(original.getEnvironment().toBuilder().addVariables(Environment.Variable.newBuilder()
                        .setName("CLASSPATH").setValue(String.join(File.pathSeparator, classPath))))
                .setValue("exec \"$JAVA_HOME/bin/java\" -XX:TieredStopAtLevel=1 -Xshare:auto -XX:+UseSerialGC "
                        + TestExecutor.class.getName())
                .build();
    }

    private static URI location(Class<?> needed) {
        try {
            return needed.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Resource scalar(String name, double amount) {
        return Resource.newBuilder().setName(name).setType(Value.Type.SCALAR)
                .setScalar(Value.Scalar.newBuilder().setValue(amount)).build();
    }
}
