package io.jobdeck.scheduler.embedded.cluster;

import com.google.protobuf.ByteString;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;

/** What the embedded master asks of an agent. Calls return at once; answers come through {@link MasterGateway}. */
public interface AgentGateway {

    /**
     * Runs a task that the master has validated. Its executor, or Mesos' command executor for a task with a command, is
     * started unless it runs already.
     */
    void runTask(FrameworkInfo framework, TaskInfo task);

    /** Kills a task, in whatever phase it is. */
    void killTask(FrameworkID framework, TaskID task);

    /** Tells an executor to end, and kills it after the grace period. */
    void shutdownExecutor(FrameworkID framework, ExecutorID executor);

    /** Ends all executors of a framework that is gone. */
    void shutdownFramework(FrameworkID framework);

    /** Hands a message of the scheduler to an executor; lost if there is none. */
    void sendToExecutor(FrameworkID framework, ExecutorID executor, ByteString data);

    /** The scheduler has acknowledged a status update; a wrong or repeated one is ignored. */
    void acknowledge(FrameworkID framework, TaskID task, ByteString uuid);

    /** A framework has subscribed again: updates that still wait for acknowledgement are sent to it now. */
    void frameworkReconnected(FrameworkID framework);
}
