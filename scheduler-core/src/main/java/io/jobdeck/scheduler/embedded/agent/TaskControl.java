package io.jobdeck.scheduler.embedded.agent;

import com.google.protobuf.ByteString;
import java.util.Optional;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs and kills tasks as the master asks. Used on the event loop only. */
final class TaskControl {

    private static final Logger LOG = LoggerFactory.getLogger(TaskControl.class);

    /** How every Java serialisation stream begins: magic and version. */
    private static final ByteString JAVA_STREAM =
            ByteString.copyFrom(new byte[] {(byte) 0xac, (byte) 0xed, 0, 5});

    private final AgentState state;
    private final Persistence persistence;
    private final StatusUpdates updates;
    private final ExecutorLifecycle lifecycle;
    private final CommandTasks commandTasks;
    private boolean stopping;

    TaskControl(AgentState state, Persistence persistence, StatusUpdates updates, ExecutorLifecycle lifecycle,
            CommandTasks commandTasks) {
        this.state = state;
        this.persistence = persistence;
        this.updates = updates;
        this.lifecycle = lifecycle;
        this.commandTasks = commandTasks;
    }

    /** From now on new tasks are refused. */
    void stop() {
        stopping = true;
    }

    /** Runs a task in its executor, which is started unless it runs. */
    void run(FrameworkInfo framework, TaskInfo asked) {
        if (state.task(framework.getId(), asked.getTaskId()).isPresent()) {
            LOG.warn("task {} is known already, its second launch is ignored", asked.getTaskId().getValue());
            return;
        }
        TaskInfo task = Allocation.of(asked, framework);
        boolean command = !task.hasExecutor();
        ExecutorInfo executor = command ? Allocation.commandExecutor(task, framework) : task.getExecutor();
        Optional<ExecutorRun> running = state.liveRun(framework.getId(), executor.getExecutorId());
        Optional<ExecutorLifecycle.Refusal> refusal = refusal(framework, task, running);
        if (refusal.isPresent()) {
            lifecycle.refuse(framework, executor, task, refusal.get());
        } else if (running.isPresent()) {
            persistence.store(new AgentRecord.TaskAdded(running.get().container(), task));
            deliver(running.get());
        } else {
            lifecycle.create(framework, executor, command, task);
        }
    }

    private Optional<ExecutorLifecycle.Refusal> refusal(
            FrameworkInfo framework, TaskInfo task, Optional<ExecutorRun> running) {
        if (task.hasExecutor() && task.getData().startsWith(JAVA_STREAM)) {
            return Optional.of(new ExecutorLifecycle.Refusal(TaskState.TASK_ERROR, Reason.REASON_TASK_INVALID,
                    "The task is for an Elastic-Job-Cloud 2.1.5 executor, which needs the agent of a real Mesos and cannot"
                            + " run on the embedded cluster."));
        }
        if (stopping) {
            return Optional.of(new ExecutorLifecycle.Refusal(dropped(framework), Reason.REASON_EXECUTOR_TERMINATED,
                    "The agent is being stopped"));
        }
        if (running.isPresent() && (running.get().isShutdownRequested() || running.get().isKilled())) {
            return Optional.of(new ExecutorLifecycle.Refusal(dropped(framework), Reason.REASON_EXECUTOR_TERMINATED,
                    "Executor terminating"));
        }
        return Optional.empty();
    }

    private static TaskState dropped(FrameworkInfo framework) {
        boolean partitionAware = framework.getCapabilitiesList().stream()
                .anyMatch(has -> has.getType() == FrameworkInfo.Capability.Type.PARTITION_AWARE);
        return partitionAware ? TaskState.TASK_DROPPED : TaskState.TASK_LOST;
    }

    /** Gives a connected executor the tasks that it has not been given yet. */
    void deliver(ExecutorRun run) {
        ExecutorChannel channel = run.channel();
        if (channel == null || !run.isSubscribed() || run.isShutdownRequested()) {
            return;
        }
        for (TaskRun task : run.tasks()) {
            if (!task.isDelivered() && !task.hasEnded()) {
                task.setDelivered(true);
                persistence.then(() -> channel.send(ExecutorEvents.launch(task)));
            }
        }
    }

    /** Kills a task in whatever phase it is; one that is unknown or has ended is left alone. */
    void kill(FrameworkID framework, TaskID id) {
        Optional<TaskRun> known = state.task(framework, id).filter(task -> !task.hasEnded());
        if (known.isEmpty()) {
            LOG.info("task {} does not run, so there is nothing to kill", id.getValue());
            return;
        }
        TaskRun task = known.get();
        if (task.executor().isCommand()) {
            commandTasks.kill(task);
        } else if (task.isDelivered()) {
            requestKill(task);
        } else {
            killBeforeDelivery(task);
        }
    }

    /** Ends a task that its executor has never seen. */
    void killBeforeDelivery(TaskRun task) {
        updates.addOfAgent(task, TaskState.TASK_KILLED, Reason.REASON_TASK_KILLED_DURING_LAUNCH,
                "Killed before delivery to the executor");
    }

    private void requestKill(TaskRun task) {
        ExecutorRun run = task.executor();
        persistence.store(new AgentRecord.KillRequested(run.container(), task.id()));
        ExecutorChannel channel = run.channel();
        if (channel != null) {
            persistence.then(() -> channel.send(ExecutorEvents.kill(task.id())));
        }
    }
}
