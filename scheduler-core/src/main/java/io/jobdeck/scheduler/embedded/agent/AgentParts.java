package io.jobdeck.scheduler.embedded.agent;

import io.jobdeck.scheduler.embedded.cluster.MasterGateway;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.mesos.v1.Protos.AgentInfo;

/** The parts of one started agent and how they are put together. Used on the event loop only. */
record AgentParts(
        AgentState state,
        Persistence persistence,
        StatusUpdates updates,
        ExecutorLifecycle lifecycle,
        TaskControl tasks,
        ExecutorSessions sessions,
        ExecutorApi executorApi,
        Recovery recovery,
        Killer killer) {

    static AgentParts assemble(AgentOptions options, WorkDirectory directory, AgentState state, Persistence persistence,
            EventLoop loop, Executor workers, MasterGateway master, IntSupplier port, Supplier<AgentInfo> info) {
        ContainerLauncher launcher = new ContainerLauncher(new Fetcher(), workers);
        Killer killer = new Killer(launcher, loop);
        StatusUpdates updates = new StatusUpdates(state, persistence, master, loop);
        CommandTasks commandTasks = new CommandTasks(state, persistence, updates, killer, loop);
        ExecutorEnvironment environment = new ExecutorEnvironment("127.0.0.1", port, options.shutdownGracePeriod(),
                options.recoveryTimeout(), System.getProperty("java.home"));
        ExecutorLifecycle lifecycle = new ExecutorLifecycle(options, directory, state, persistence, updates, commandTasks,
                launcher, killer, master, loop, environment);
        TaskControl tasks = new TaskControl(state, persistence, updates, lifecycle, commandTasks);
        ExecutorSessions sessions =
                new ExecutorSessions(state, persistence, updates, tasks, lifecycle, master, loop, info);
        Recovery recovery =
                new Recovery(state, directory, launcher, lifecycle, updates, killer, options.shutdownGracePeriod());
        return new AgentParts(state, persistence, updates, lifecycle, tasks, sessions,
                new ExecutorApi(loop, sessions), recovery, killer);
    }

    /** Ends all runs, by force after {@code gracePeriod}, and then runs {@code done}. */
    void stopAll(Duration gracePeriod, Runnable done) {
        tasks.stop();
        Runnable check = () -> {
            if (liveRuns().isEmpty()) {
                persistence.then(done);
            }
        };
        lifecycle.onRunEnded(check);
        for (ExecutorRun run : liveRuns()) {
            lifecycle.shutdown(run);
            killer.killAfter(run, gracePeriod);
        }
        check.run();
    }

    private List<ExecutorRun> liveRuns() {
        return state.runs().stream().filter(run -> !run.hasEnded()).toList();
    }
}
