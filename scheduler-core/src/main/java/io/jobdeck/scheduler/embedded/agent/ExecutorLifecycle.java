package io.jobdeck.scheduler.embedded.agent;

import io.jobdeck.scheduler.embedded.cluster.MasterGateway;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts runs, sees them end and tells what that means for their tasks. Used on the event loop only. */
final class ExecutorLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutorLifecycle.class);

    private final AgentOptions options;
    private final WorkDirectory directory;
    private final AgentState state;
    private final Persistence persistence;
    private final StatusUpdates updates;
    private final CommandTasks commandTasks;
    private final ContainerLauncher launcher;
    private final Killer killer;
    private final MasterGateway master;
    private final EventLoop loop;
    private final ExecutorEnvironment environment;
    private Runnable onRunEnded = () -> { };

    ExecutorLifecycle(AgentOptions options, WorkDirectory directory, AgentState state, Persistence persistence,
            StatusUpdates updates, CommandTasks commandTasks, ContainerLauncher launcher, Killer killer,
            MasterGateway master, EventLoop loop, ExecutorEnvironment environment) {
        this.options = options;
        this.directory = directory;
        this.state = state;
        this.persistence = persistence;
        this.updates = updates;
        this.commandTasks = commandTasks;
        this.launcher = launcher;
        this.killer = killer;
        this.master = master;
        this.loop = loop;
        this.environment = environment;
    }

    /** Sets what is run after the processes of any run have ended. */
    void onRunEnded(Runnable action) {
        onRunEnded = action;
    }

    /** Decides a new run with its first task, and starts it once that is stored. */
    void create(FrameworkInfo framework, ExecutorInfo executor, boolean command, TaskInfo task) {
        String container = UUID.randomUUID().toString();
        persistence.store(new AgentRecord.RunCreated(framework, executor, container, command));
        persistence.store(new AgentRecord.TaskAdded(container, task));
        state.run(container).ifPresent(this::launchWhenStored);
    }

    /** Starts a run that has been decided, here or before a restart, but whose command has never been run. */
    void launchWhenStored(ExecutorRun run) {
        persistence.then(() -> launch(run));
    }

    /** Notes a task that cannot run, and that it has ended so. */
    void refuse(FrameworkInfo framework, ExecutorInfo executor, TaskInfo task, Refusal refusal) {
        boolean executorRuns = state.liveRun(framework.getId(), executor.getExecutorId()).isPresent();
        String container = UUID.randomUUID().toString();
        persistence.store(new AgentRecord.RunCreated(framework, executor, container, !task.hasExecutor()));
        persistence.store(new AgentRecord.TaskAdded(container, task));
        state.run(container).ifPresent(run -> {
            persistence.store(new AgentRecord.RunEnded(container, WaitStatus.FETCH_FAILED.raw()));
            if (!executorRuns) {
                tellTerminated(run);
            }
            run.tasks().forEach(refused ->
                    updates.addOfAgent(refused, refusal.state(), refusal.reason(), refusal.message()));
        });
    }

    /** How a task that cannot run ends. */
    record Refusal(TaskState state, Reason reason, String message) { }

    private void launch(ExecutorRun run) {
        if (run.hasEnded()) {
            return;
        }
        if (run.isKilled()) {
            ended(run, WaitStatus.KILLED);
            return;
        }
        Path sandbox = directory.sandbox(state.agent(), run);
        launcher.start(new ContainerLauncher.Plan(run.container(), sandbox, directory.launcherFiles(run.container()),
                run.info().getCommand(), environment.of(run, state.agent(), sandbox)), listener(run));
    }

    /** Takes over processes that an earlier agent has started. */
    void attach(ExecutorRun run, Container container) {
        run.setProcess(container);
        launcher.watch(container, directory.launcherFiles(run.container()), listener(run));
        if (run.isCommand()) {
            commandTasks.started(run);
            return;
        }
        Duration timeout = options.reregistrationTimeout();
        run.setSubscriptionTimer(loop.schedule(timeout, () -> subscriptionTimedOut(run, new ExecutorRun.Failure(
                Reason.REASON_EXECUTOR_REREGISTRATION_TIMEOUT,
                "Executor did not reregister within " + MesosDuration.format(timeout)))));
    }

    private ContainerLauncher.Listener listener(ExecutorRun run) {
        return new ContainerLauncher.Listener() {
            @Override
            public void started(Container container) {
                loop.execute(() -> ExecutorLifecycle.this.started(run, container));
            }

            @Override
            public void failed(String message) {
                loop.execute(() -> launchFailed(run, message));
            }

            @Override
            public void ended(WaitStatus status) {
                loop.execute(() -> ExecutorLifecycle.this.ended(run, status));
            }
        };
    }

    private void started(ExecutorRun run, Container container) {
        run.setProcess(container);
        LOG.info("container {} of executor {} runs as process {}", run.container(), run.id().getValue(), container.pid());
        if (run.isKilled()) {
            container.kill();
        } else if (run.isCommand()) {
            commandTasks.started(run);
        } else if (!run.isSubscribed()) {
            Duration timeout = options.registrationTimeout();
            run.setSubscriptionTimer(loop.schedule(timeout, () -> subscriptionTimedOut(run, new ExecutorRun.Failure(
                    Reason.REASON_EXECUTOR_REGISTRATION_TIMEOUT,
                    "Executor did not register within " + MesosDuration.format(timeout)))));
        }
    }

    private void subscriptionTimedOut(ExecutorRun run, ExecutorRun.Failure failure) {
        if (!run.hasEnded() && run.channel() == null) {
            LOG.warn("executor {}: {}", run.id().getValue(), failure.message());
            run.setFailure(failure);
            killer.kill(run);
        }
    }

    private void launchFailed(ExecutorRun run, String message) {
        LOG.warn("executor {} could not be started: {}", run.id().getValue(), message);
        run.setFailure(new ExecutorRun.Failure(
                Reason.REASON_CONTAINER_LAUNCH_FAILED, "Failed to launch container: " + message));
        ended(run, WaitStatus.FETCH_FAILED);
    }

    /** The processes of a run have ended: first the executor's end is told, then what became of its tasks. */
    void ended(ExecutorRun run, WaitStatus status) {
        if (run.hasEnded()) {
            return;
        }
        LOG.info("container {} of executor {} has ended with wait status {}",
                run.container(), run.id().getValue(), status.raw());
        if (run.channel() != null) {
            run.channel().close();
            run.setChannel(null);
        }
        persistence.store(new AgentRecord.RunEnded(run.container(), status.raw()));
        tellEnd(run);
        onRunEnded.run();
    }

    /** Tells the end of a run whose end is stored; without effect on tasks whose end is known already. */
    void tellEnd(ExecutorRun run) {
        if (run.isCommand()) {
            commandTasks.ended(run, run.end());
            return;
        }
        if (!run.framework().isGone()) {
            tellTerminated(run);
        }
        run.tasks().stream().filter(task -> !task.hasEnded()).forEach(task -> updates.addOfAgent(
                task, TaskState.TASK_FAILED, run.failure().reason(), run.failure().message()));
    }

    private void tellTerminated(ExecutorRun run) {
        int status = run.end().raw();
        persistence.then(() -> master.executorTerminated(state.agent(), run.framework().id(), run.id(), status));
    }

    /** Asks a run to end, and ends it after the grace period. */
    void shutdown(ExecutorRun run) {
        if (run.hasEnded() || run.isShutdownRequested()) {
            return;
        }
        persistence.store(new AgentRecord.ShutdownRequested(run.container()));
        if (run.isCommand()) {
            commandTasks.shutdown(run);
            return;
        }
        if (run.channel() != null) {
            ExecutorChannel channel = run.channel();
            persistence.then(() -> channel.send(ExecutorEvents.shutdown()));
        }
        killer.killAfter(run, options.shutdownGracePeriod());
    }

    /** Ends everything of a framework; nothing of it is told to anybody any more. */
    void shutdownFramework(FrameworkRun framework) {
        var runs = state.runsOf(framework.id());
        runs.forEach(updates::forget);
        persistence.store(new AgentRecord.FrameworkGone(framework.id()));
        runs.forEach(this::shutdown);
    }
}
