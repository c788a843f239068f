package io.jobdeck.scheduler.embedded.simulation;

import com.google.protobuf.ByteString;
import io.jobdeck.executor.wire.Messages;
import io.jobdeck.scheduler.embedded.cluster.MasterGateway;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.FrameworkInfo.Capability;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens on the simulated agents. A task of an app's executor is RUNNING when its start time is over, one with a
 * command is STARTING before, as with Mesos' command executor; both are FINISHED when their run time is over. Used by the
 * simulation's thread only.
 */
final class Simulation {

    private static final Logger LOG = LoggerFactory.getLogger(Simulation.class);
    private static final ByteString STOP = ByteString.copyFromUtf8(Messages.STOP);
    private static final int EXITED = 0;

    private final MasterGateway master;
    private final SimulationLoop loop;
    private final Duration startTime;
    private final RunTime runTime;
    private final SimulatedUpdates updates;

    Simulation(SimulationOptions options, MasterGateway master, SimulationLoop loop) {
        this.master = master;
        this.loop = loop;
        this.startTime = options.startTime();
        this.runTime = new RunTime(options.runTime());
        this.updates = new SimulatedUpdates(master, loop);
    }

    void run(SimulatedAgent agent, FrameworkInfo framework, TaskInfo info) {
        SimulatedTask task = new SimulatedTask(agent, framework.getId(), info);
        if (!agent.add(task)) {
            LOG.warn("task {} is known already, its second launch is ignored", task.id().getValue());
            return;
        }
        Optional<SimulatedExecutor> executor = task.executor().map(id -> agent.startedExecutor(task.framework(), id));
        executor.ifPresent(its -> its.add(task));
        if (executor.filter(SimulatedExecutor::isStopping).isPresent()) {
            updates.report(task, dropped(framework), Source.SOURCE_AGENT, "Executor terminating");
            return;
        }
        Optional<Duration> time = runTime.of(info.getData());
        loop.schedule(startTime, () -> started(task, time));
    }

    private static TaskState dropped(FrameworkInfo framework) {
        boolean partitionAware = framework.getCapabilitiesList().stream()
                .anyMatch(has -> has.getType() == Capability.Type.PARTITION_AWARE);
        return partitionAware ? TaskState.TASK_DROPPED : TaskState.TASK_LOST;
    }

    private void started(SimulatedTask task, Optional<Duration> time) {
        if (!isLive(task)) {
            return;
        }
        if (task.executor().isEmpty()) {
            report(task, TaskState.TASK_STARTING, "");
        }
        report(task, TaskState.TASK_RUNNING, "");
        time.ifPresent(after -> loop.schedule(after, () -> finished(task)));
    }

    private void finished(SimulatedTask task) {
        if (isLive(task)) {
            report(task, TaskState.TASK_FINISHED, "");
        }
    }

    private static boolean isLive(SimulatedTask task) {
        return !task.hasEnded() && task.agent().has(task);
    }

    void kill(SimulatedAgent agent, FrameworkID framework, TaskID id) {
        agent.task(framework, id).ifPresent(task -> kill(task, ""));
    }

    private void kill(SimulatedTask task, String why) {
        if (!task.hasEnded()) {
            report(task, TaskState.TASK_KILLED, why);
        }
    }

    private void report(SimulatedTask task, TaskState state, String message) {
        updates.report(task, state, Source.SOURCE_EXECUTOR, message);
    }

    void acknowledge(SimulatedAgent agent, FrameworkID framework, TaskID id, ByteString uuid) {
        agent.task(framework, id)
                .filter(task -> updates.acknowledge(task, uuid) && task.isOver())
                .ifPresent(this::remove);
    }

    private void remove(SimulatedTask task) {
        SimulatedAgent agent = task.agent();
        agent.remove(task);
        task.executor().flatMap(id -> agent.executor(task.framework(), id)).ifPresent(executor -> {
            executor.remove(task);
            endIfOver(executor);
        });
    }

    void sendToExecutor(SimulatedAgent agent, FrameworkID framework, ExecutorID id, ByteString data) {
        if (data.equals(STOP)) {
            stop(agent, framework, id);
        } else {
            LOG.debug("a message for simulated executor {} has no effect", id.getValue());
        }
    }

    /** The executor's tasks are killed, and it ends when the scheduler knows of that. */
    void stop(SimulatedAgent agent, FrameworkID framework, ExecutorID id) {
        agent.executor(framework, id).ifPresent(this::stop);
    }

    private void stop(SimulatedExecutor executor) {
        executor.stop();
        executor.tasks().forEach(task -> kill(task, "The executor was told to stop."));
        endIfOver(executor);
    }

    private void endIfOver(SimulatedExecutor executor) {
        if (executor.hasEnded() && executor.agent().remove(executor)) {
            master.executorTerminated(executor.agent().id(), executor.framework(), executor.id(), EXITED);
        }
    }

    /** The framework is gone: nobody is told of what was its. */
    void shutdownFramework(SimulatedAgent agent, FrameworkID framework) {
        agent.tasks(framework).forEach(updates::forget);
        agent.removeAll(framework);
    }

    /** The framework has subscribed again, and is told at once what it has not acknowledged. */
    void resend(SimulatedAgent agent, FrameworkID framework) {
        agent.tasks(framework).forEach(updates::resend);
    }

    /** Ends all executors and tasks. */
    void stopAll(Collection<SimulatedAgent> agents) {
        for (SimulatedAgent agent : agents) {
            agent.executors().forEach(this::stop);
            agent.tasks().forEach(task -> kill(task, "The cluster ends."));
        }
    }
}
