package io.jobdeck.scheduler.embedded.master;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.embedded.cluster.AgentGateway;
import io.jobdeck.scheduler.embedded.cluster.MasterGateway.RecoveredExecutor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo.Capability;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskState;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Agents come and go, and tell what happens to their tasks and executors. Used by the master's thread only. */
final class Agents {

    private static final Logger LOG = LoggerFactory.getLogger(Agents.class);

    private final ClusterState state;
    private final Allocator allocator;
    private final Frameworks frameworks;
    private final AgentRegistry registry;

    Agents(ClusterState state, Allocator allocator, Frameworks frameworks, AgentRegistry registry) {
        this.state = state;
        this.allocator = allocator;
        this.frameworks = frameworks;
        this.registry = registry;
    }

    AgentID register(AgentInfo info, List<RecoveredExecutor> executors, AgentGateway gateway) {
        AgentID id = info.hasId() && !info.getId().getValue().isEmpty() ? info.getId() : state.newAgentId();
        registry.add(id.getValue());
        state.agent(id).ifPresent(this::withdraw);
        Agent agent = new Agent(id, info.toBuilder().setId(id).build(), gateway);
        state.add(agent);
        Set<String> running = executors.stream().flatMap(executor -> takeOver(agent, executor).stream())
                .collect(Collectors.toSet());
        dropUnknownTasks(agent, running);
        LOG.debug("Agent {} is registered with {}; {} executors run on it", agent, agent.total(), executors.size());
        allocator.allocate(List.of(agent));
        return id;
    }

    /** A restarted agent replaces what is known of it; its offers are void. */
    private void withdraw(Agent before) {
        List.copyOf(before.offers()).forEach(allocator::rescind);
        state.remove(before);
    }

    /** Returns the tasks that the executor still has, each as {@link #key}. */
    private Set<String> takeOver(Agent agent, RecoveredExecutor recovered) {
        FrameworkID id = recovered.framework().getId();
        if (state.isRemoved(id)) {
            agent.gateway().shutdownFramework(id);
            return Set.of();
        }
        Framework framework = state.framework(id).orElseGet(() -> recover(recovered));
        boolean custom = recovered.tasks().stream().noneMatch(TaskInfo::hasCommand);
        if (custom) {
            agent.addExecutor(framework.name(), recovered.executor());
        }
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < recovered.tasks().size(); i++) {
            takeOver(framework, agent, recovered.tasks().get(i), recovered.latest().get(i));
            keys.add(key(framework, recovered.tasks().get(i).getTaskId().getValue()));
        }
        return keys;
    }

    private Framework recover(RecoveredExecutor recovered) {
        Framework framework = new Framework(recovered.framework());
        state.add(framework);
        frameworks.awaitFailover(framework);
        LOG.info("Framework {} has executors and is expected to subscribe again", framework);
        return framework;
    }

    private void takeOver(Framework framework, Agent agent, TaskInfo info, TaskStatus latest) {
        Task task = framework.task(info.getTaskId().getValue())
                .filter(known -> known.agentId().equals(agent.id().getValue()))
                .orElseGet(() -> new Task(info));
        task.update(latest, latest.getState());
        state.add(framework, agent, task);
    }

    /** Tasks that were sent to the agent's predecessor and are not on it now are gone. */
    private void dropUnknownTasks(Agent agent, Set<String> running) {
        for (Framework framework : state.frameworks()) {
            for (Task task : List.copyOf(framework.tasks())) {
                if (task.agentId().equals(agent.id().getValue()) && !running.contains(key(framework, task.id()))) {
                    Call.Reconcile.Task missing = Call.Reconcile.Task.newBuilder()
                            .setTaskId(task.info().getTaskId()).setAgentId(agent.id()).build();
                    framework.send(Statuses.update(
                            Statuses.unknownToAgent(missing, framework.has(Capability.Type.PARTITION_AWARE))));
                    framework.completeTask(task);
                }
            }
        }
    }

    private static String key(Framework framework, String task) {
        return framework.name() + "/" + task;
    }

    /** The agent ends in order: first the tasks are lost, then the offers, then the agent, as Mesos tells it. */
    void unregister(AgentID id) {
        registry.remove(id.getValue());
        Optional<Agent> known = state.agent(id);
        if (known.isEmpty()) {
            return;
        }
        Agent agent = known.get();
        for (Framework framework : state.frameworks()) {
            for (Task task : List.copyOf(framework.tasks())) {
                if (task.agentId().equals(id.getValue())) {
                    if (!Task.isEnd(task.forwarded())) {
                        framework.send(Statuses.update(Statuses.agentUnregistered(task, agent)));
                    }
                    framework.completeTask(task);
                }
            }
        }
        List.copyOf(agent.offers()).forEach(allocator::rescind);
        state.remove(agent);
        Event failure = failure(Event.Failure.newBuilder().setAgentId(id));
        state.frameworks().forEach(framework -> framework.send(failure));
        LOG.info("Agent {} has unregistered", agent);
    }

    void statusUpdate(AgentID agent, FrameworkID frameworkId, TaskStatus status, TaskState latest) {
        Optional<Framework> known = state.framework(frameworkId);
        if (known.isEmpty()) {
            LOG.debug("Update {} of {} is for framework {}, which is gone",
                    status.getState(), status.getTaskId().getValue(), frameworkId.getValue());
            return;
        }
        Framework framework = known.get();
        framework.send(Statuses.update(status));
        framework.task(status.getTaskId().getValue())
                .filter(task -> task.agentId().equals(agent.getValue()))
                .ifPresent(task -> {
                    task.update(status, latest);
                    if (Task.isEnd(task.latest())) {
                        state.release(task);
                    }
                });
    }

    /** Executors that the master does not account for, as those of command tasks, end without an event. */
    void executorTerminated(AgentID agentId, FrameworkID frameworkId, ExecutorID executor, int status) {
        state.agent(agentId)
                .flatMap(agent -> agent.removeExecutor(frameworkId.getValue(), executor.getValue()))
                .flatMap(gone -> state.framework(frameworkId))
                .ifPresent(framework -> framework.send(failure(Event.Failure.newBuilder()
                        .setAgentId(agentId)
                        .setExecutorId(executor)
                        .setStatus(status))));
    }

    private static Event failure(Event.Failure.Builder failure) {
        return Event.newBuilder().setType(Event.Type.FAILURE).setFailure(failure).build();
    }

    void message(AgentID agent, FrameworkID frameworkId, ExecutorID executor, ByteString data) {
        state.framework(frameworkId).ifPresent(framework -> framework.send(Event.newBuilder()
                .setType(Event.Type.MESSAGE)
                .setMessage(Event.Message.newBuilder().setAgentId(agent).setExecutorId(executor).setData(data))
                .build()));
    }

    /** Agents that have not come back are not awaited any longer; their tasks count as unknown from now on. */
    void stopAwaiting() {
        for (String gone : Set.copyOf(state.awaitedAgents())) {
            LOG.warn("Agent {} did not come back; its tasks are lost", gone);
            registry.remove(gone);
            state.awaitedAgents().remove(gone);
        }
    }
}
