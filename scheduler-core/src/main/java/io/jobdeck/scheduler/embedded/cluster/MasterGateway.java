package io.jobdeck.scheduler.embedded.cluster;

import com.google.protobuf.ByteString;
import java.util.List;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;

/** What an agent tells the embedded master. Calls return at once. */
public interface MasterGateway {

    /**
     * An agent is there. A first-time agent passes an info without id and gets one; an agent that restarted passes the
     * id it had, with all that runs on it.
     *
     * @param info resources, attributes, host name, checkpointing
     * @param executors what runs on it, empty on a new agent
     * @return id of the agent, {@code <master id>-S<n>}
     */
    AgentID register(AgentInfo info, List<RecoveredExecutor> executors, AgentGateway agent);

    /** The agent ends in order: its tasks are lost and its offers are withdrawn. */
    void unregister(AgentID agent);

    /**
     * A status update to be forwarded to the scheduler, again or for the first time. Updates with a uuid are sent again
     * by the agent until they are acknowledged.
     *
     * @param latest latest state of the task that the agent knows, which frees its resources when terminal
     */
    void statusUpdate(AgentID agent, FrameworkID framework, TaskStatus status, TaskState latest);

    /** An executor has ended; its tasks' updates follow. {@code status} is the raw wait status. */
    void executorTerminated(AgentID agent, FrameworkID framework, ExecutorID executor, int status);

    /** A message of an executor to its scheduler. */
    void messageFromExecutor(AgentID agent, FrameworkID framework, ExecutorID executor, ByteString data);

    /**
     * An executor that outlived a restart of the agent.
     *
     * @param framework the framework it belongs to
     * @param executor the executor
     * @param tasks its tasks that have not ended and been acknowledged
     * @param latest latest state of each of these tasks, in the same order
     */
    record RecoveredExecutor(
            FrameworkInfo framework, ExecutorInfo executor, List<TaskInfo> tasks, List<TaskStatus> latest) { }
}
