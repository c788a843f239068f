package io.jobdeck.scheduler.embedded.agent;

import com.google.protobuf.ByteString;
import java.util.List;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskStatus;

/** A step of an agent's life that must outlive it. The agent's state is what all its records say, in order. */
sealed interface AgentRecord {

    /** The master has given the agent its id. */
    record Registered(AgentID agent) implements AgentRecord { }

    /** The agent listens on {@code port}, where executors will look for it after a restart. */
    record Listening(int port) implements AgentRecord { }

    /** A run of an executor, or of a command task, has been decided; {@code container} is its own id. */
    record RunCreated(FrameworkInfo framework, ExecutorInfo executor, String container, boolean command)
            implements AgentRecord { }

    /** The executor has subscribed for the first time. */
    record Subscribed(String container) implements AgentRecord { }

    /** A task has been given to a run. */
    record TaskAdded(String container, TaskInfo task) implements AgentRecord { }

    /** A task is to be killed. */
    record KillRequested(String container, TaskID task) implements AgentRecord { }

    /** A run is to end. */
    record ShutdownRequested(String container) implements AgentRecord { }

    /** A status update is to reach the scheduler. */
    record UpdateReceived(String container, TaskStatus status) implements AgentRecord { }

    /** The scheduler has acknowledged a status update. */
    record UpdateAcknowledged(String container, TaskID task, ByteString uuid) implements AgentRecord { }

    /** Status updates that came in earlier, so that they are known when they come again. */
    record UpdatesSeen(String container, TaskID task, List<ByteString> uuids) implements AgentRecord { }

    /** The processes of a run have ended. */
    record RunEnded(String container, int status) implements AgentRecord { }

    /** A framework is gone: nobody wants to know about its tasks any more. */
    record FrameworkGone(FrameworkID framework) implements AgentRecord { }
}
