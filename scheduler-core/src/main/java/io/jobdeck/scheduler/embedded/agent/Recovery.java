package io.jobdeck.scheduler.embedded.agent;

import io.jobdeck.scheduler.embedded.cluster.MasterGateway.RecoveredExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Picks up the runs of an earlier agent with the same directory: looks which of them live, says so to the master, and
 * finishes what was left unfinished. Used on the event loop only, once, before anything else.
 */
final class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final AgentState state;
    private final WorkDirectory directory;
    private final ContainerLauncher launcher;
    private final ExecutorLifecycle lifecycle;
    private final StatusUpdates updates;
    private final Killer killer;
    private final Duration shutdownGracePeriod;
    private final List<Runnable> afterRegistration = new ArrayList<>();

    Recovery(AgentState state, WorkDirectory directory, ContainerLauncher launcher, ExecutorLifecycle lifecycle,
            StatusUpdates updates, Killer killer, Duration shutdownGracePeriod) {
        this.state = state;
        this.directory = directory;
        this.launcher = launcher;
        this.lifecycle = lifecycle;
        this.updates = updates;
        this.killer = killer;
        this.shutdownGracePeriod = shutdownGracePeriod;
    }

    /** Looks what has become of the runs, and plans what is to follow. */
    void look() {
        for (ExecutorRun run : state.runs()) {
            for (TaskRun task : run.tasks()) {
                task.setDelivered(run.isSubscribed());
            }
            if (run.hasEnded()) {
                afterRegistration.add(() -> lifecycle.tellEnd(run));
            } else {
                look(run);
            }
            afterRegistration.add(() -> run.tasks().forEach(updates::resend));
        }
    }

    private void look(ExecutorRun run) {
        var found = launcher.find(run.container(), directory.launcherFiles(run.container()));
        if (found instanceof ContainerLauncher.Found.Running running) {
            LOG.info("executor {} still runs as process {}", run.id().getValue(), running.container().pid());
            afterRegistration.add(() -> attach(run, running.container()));
        } else if (found instanceof ContainerLauncher.Found.Ended ended) {
            LOG.info("executor {} has ended meanwhile with wait status {}", run.id().getValue(), ended.status().raw());
            launcher.killStrays(run.container());
            afterRegistration.add(() -> lifecycle.ended(run, ended.status()));
        } else if (run.isShutdownRequested() || !run.hasLiveTasks()) {
            afterRegistration.add(() -> lifecycle.ended(run, WaitStatus.KILLED));
        } else {
            afterRegistration.add(() -> lifecycle.launchWhenStored(run));
        }
    }

    private void attach(ExecutorRun run, Container container) {
        lifecycle.attach(run, container);
        boolean killed = run.isCommand() && run.tasks().stream().anyMatch(TaskRun::isKillRequested);
        if (run.isShutdownRequested() || killed) {
            killer.killAfter(run, shutdownGracePeriod);
        }
    }

    /** Returns what the master has to know of; nothing of frameworks that are gone. */
    List<RecoveredExecutor> recovered(Instant now) {
        return state.runs().stream()
                .filter(run -> !run.framework().isGone() && !(run.isCommand() && run.tasks().isEmpty()))
                .map(run -> recovered(run, now))
                .toList();
    }

    private RecoveredExecutor recovered(ExecutorRun run, Instant now) {
        List<TaskRun> tasks = run.tasks();
        return new RecoveredExecutor(run.framework().info(), run.info(),
                tasks.stream().map(TaskRun::info).toList(),
                tasks.stream().map(task -> latest(task, now)).toList());
    }

    private TaskStatus latest(TaskRun task, Instant now) {
        if (task.latest() != null) {
            return task.latest();
        }
        return TaskStatus.newBuilder()
                .setTaskId(task.id())
                .setState(TaskState.TASK_STAGING)
                .setAgentId(state.agent())
                .setExecutorId(task.executor().id())
                .setTimestamp(StatusUpdates.seconds(now))
                .build();
    }

    /** Does what was planned; to be called once the master knows the agent. */
    void finish() {
        afterRegistration.forEach(Runnable::run);
    }
}
