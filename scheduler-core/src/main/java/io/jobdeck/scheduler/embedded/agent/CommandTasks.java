package io.jobdeck.scheduler.embedded.agent;

import java.time.Duration;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;

/**
 * Does for tasks with a command what Mesos' command executor does, inside the agent: says that the command starts, runs
 * and how it ended, and stops it when the task is killed. Used on the event loop only.
 */
final class CommandTasks {

    private static final Duration DEFAULT_KILL_GRACE = Duration.ofSeconds(3);

    private final AgentState state;
    private final Persistence persistence;
    private final StatusUpdates updates;
    private final Killer killer;
    private final EventLoop loop;

    CommandTasks(AgentState state, Persistence persistence, StatusUpdates updates, Killer killer, EventLoop loop) {
        this.state = state;
        this.persistence = persistence;
        this.updates = updates;
        this.killer = killer;
        this.loop = loop;
    }

    /** The command runs. */
    void started(ExecutorRun run) {
        for (TaskRun task : run.tasks()) {
            if (task.hasEnded()) {
                continue;
            }
            task.setDelivered(true);
            if (task.latest() == null) {
                report(task, TaskState.TASK_STARTING, null);
            }
            if (task.state() == TaskState.TASK_STARTING) {
                report(task, TaskState.TASK_RUNNING, null);
            }
        }
    }

    /** The task is to be stopped; its processes get SIGTERM, and SIGKILL after the grace period of its kill policy. */
    void kill(TaskRun task) {
        ExecutorRun run = task.executor();
        if (run.process() == null) {
            updates.addOfAgent(task, TaskState.TASK_KILLED, TaskStatus.Reason.REASON_TASK_KILLED_DURING_LAUNCH,
                    "Killed before delivery to the executor");
            killer.kill(run);
            return;
        }
        if (!task.isKillRequested()) {
            persistence.store(new AgentRecord.KillRequested(run.container(), task.id()));
            if (run.framework().can(FrameworkInfo.Capability.Type.TASK_KILLING_STATE)) {
                report(task, TaskState.TASK_KILLING, null);
            }
        }
        stop(run, killGrace(task));
    }

    /** Ends the command of a run, whatever becomes of its task. */
    void shutdown(ExecutorRun run) {
        run.tasks().stream().filter(task -> !task.hasEnded()).forEach(this::kill);
        if (!run.hasLiveTasks()) {
            if (run.process() == null) {
                killer.kill(run);
            } else {
                stop(run, DEFAULT_KILL_GRACE);
            }
        }
    }

    /** The command has ended. */
    void ended(ExecutorRun run, WaitStatus status) {
        for (TaskRun task : run.tasks()) {
            if (task.hasEnded()) {
                continue;
            }
            if (run.failure().reason() == TaskStatus.Reason.REASON_CONTAINER_LAUNCH_FAILED) {
                updates.addOfAgent(task, TaskState.TASK_FAILED, run.failure().reason(), run.failure().message());
            } else {
                report(task, stateOf(task, status), status.describeCommand());
            }
        }
    }

    private static TaskState stateOf(TaskRun task, WaitStatus status) {
        if (task.isKillRequested()) {
            return TaskState.TASK_KILLED;
        }
        return status.isSuccess() ? TaskState.TASK_FINISHED : TaskState.TASK_FAILED;
    }

    private void stop(ExecutorRun run, Duration grace) {
        run.process().terminate();
        killer.killAfter(run, grace);
    }

    private static Duration killGrace(TaskRun task) {
        if (task.info().getKillPolicy().hasGracePeriod()) {
            return Duration.ofNanos(task.info().getKillPolicy().getGracePeriod().getNanoseconds());
        }
        return DEFAULT_KILL_GRACE;
    }

    private void report(TaskRun task, TaskState reported, String message) {
        TaskStatus.Builder status = TaskStatus.newBuilder()
                .setTaskId(task.id())
                .setState(reported)
                .setSource(TaskStatus.Source.SOURCE_EXECUTOR)
                .setTimestamp(StatusUpdates.seconds(loop.now()))
                .setUuid(StatusUpdates.randomUuid());
        if (message != null) {
            status.setMessage(message);
        }
        updates.add(task, ExecutorStatus.complete(status.build(), task.executor(), state.agent(), loop.now()));
    }
}
