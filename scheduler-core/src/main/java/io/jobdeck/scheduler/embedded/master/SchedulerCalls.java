package io.jobdeck.scheduler.embedded.master;

import io.jobdeck.scheduler.embedded.http.HttpAnswer;
import java.util.List;
import java.util.Optional;
import org.apache.mesos.v1.Protos.AgentID;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out the calls of a subscribed scheduler. Used by the master's thread only. */
final class SchedulerCalls {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulerCalls.class);
    private static final HttpAnswer ACCEPTED = HttpAnswer.empty(202);

    private final ClusterState state;
    private final Allocator allocator;
    private final Frameworks frameworks;
    private final Launcher launcher;
    private final Reconciler reconciler;

    SchedulerCalls(ClusterState state, Allocator allocator, Frameworks frameworks) {
        this.state = state;
        this.allocator = allocator;
        this.frameworks = frameworks;
        this.launcher = new Launcher(state, allocator);
        this.reconciler = new Reconciler(state);
    }

    /**
     * Returns how the call is answered, and carries it out if it is good.
     *
     * @param call a valid call, not SUBSCRIBE
     * @param streamId what Mesos-Stream-Id said
     */
    HttpAnswer handle(Call call, Optional<String> streamId) {
        HttpAnswer answer = answer(call, streamId);
        LOG.debug("{} on stream {} is answered with {}", call.getType(), streamId.orElse("none"), answer.status());
        return answer;
    }

    private HttpAnswer answer(Call call, Optional<String> streamId) {
        Optional<Framework> framework = state.framework(call.getFrameworkId());
        if (framework.isEmpty()) {
            return HttpAnswer.text(400, "Framework cannot be found");
        }
        Optional<EventStream> stream = framework.get().stream();
        if (stream.isEmpty()) {
            return HttpAnswer.text(403, "Framework is not subscribed");
        }
        if (streamId.isEmpty()) {
            return HttpAnswer.text(400, "All non-subscribe calls should include the 'Mesos-Stream-Id' header");
        }
        if (!stream.get().id().equals(streamId.get())) {
            return HttpAnswer.text(400, "The stream ID '" + streamId.get() + "' included in this request didn't match"
                    + " the stream ID currently associated with framework ID " + call.getFrameworkId().getValue());
        }
        return perform(framework.get(), call);
    }

    private HttpAnswer perform(Framework framework, Call call) {
        switch (call.getType()) {
            case TEARDOWN -> frameworks.remove(framework);
            case ACCEPT -> launcher.accept(framework, call.getAccept());
            case DECLINE -> launcher.decline(framework, call.getDecline());
            case REVIVE -> {
                framework.revive(call.getRevive().getRolesList());
                allocator.allocate();
            }
            case SUPPRESS -> framework.suppress(call.getSuppress().getRolesList());
            case KILL -> kill(framework, call.getKill());
            case SHUTDOWN -> agent(call.getShutdown().hasAgentId(), call.getShutdown().getAgentId())
                    .ifPresent(agent -> agent.gateway()
                            .shutdownExecutor(framework.id(), call.getShutdown().getExecutorId()));
            case ACKNOWLEDGE -> acknowledge(framework, call.getAcknowledge());
            case RECONCILE -> reconciler.reconcile(framework, call.getReconcile().getTasksList());
            case MESSAGE -> state.agent(call.getMessage().getAgentId()).ifPresent(agent -> agent.gateway()
                    .sendToExecutor(framework.id(), call.getMessage().getExecutorId(), call.getMessage().getData()));
            case UPDATE_FRAMEWORK -> {
                return update(framework, call.getUpdateFramework());
            }
            case SUBSCRIBE, UNKNOWN -> {
                return HttpAnswer.text(501, "501 Not Implemented.");
            }
            default -> LOG.debug("{} sent {}, which has no effect here", framework, call.getType());
        }
        return ACCEPTED;
    }

    private Optional<Agent> agent(boolean named, AgentID id) {
        return named ? state.agent(id) : Optional.empty();
    }

    private void kill(Framework framework, Call.Kill kill) {
        Optional<Task> known = framework.task(kill.getTaskId().getValue());
        if (known.isEmpty()) {
            Call.Reconcile.Task.Builder asked = Call.Reconcile.Task.newBuilder().setTaskId(kill.getTaskId());
            if (kill.hasAgentId()) {
                asked.setAgentId(kill.getAgentId());
            }
            reconciler.reconcile(framework, List.of(asked.build()));
            return;
        }
        Task task = known.get();
        if (kill.hasAgentId() && !kill.getAgentId().getValue().equals(task.agentId())) {
            LOG.warn("{} asked to kill {} on agent {}, but it is on {}; ignored",
                    framework, task.id(), kill.getAgentId().getValue(), task.agentId());
            return;
        }
        state.agent(task.agentId())
                .ifPresent(agent -> agent.gateway().killTask(framework.id(), task.info().getTaskId()));
    }

    private void acknowledge(Framework framework, Call.Acknowledge call) {
        framework.task(call.getTaskId().getValue())
                .filter(task -> task.agentId().equals(call.getAgentId().getValue()))
                .filter(task -> task.isEndedBy(call.getUuid()))
                .ifPresent(framework::completeTask);
        state.agent(call.getAgentId()).ifPresent(agent ->
                agent.gateway().acknowledge(framework.id(), call.getTaskId(), call.getUuid()));
    }

    private HttpAnswer update(Framework framework, Call.UpdateFramework call) {
        try {
            frameworks.update(framework, call);
            return HttpAnswer.empty(200);
        } catch (BadCallException e) {
            return HttpAnswer.text(400, e.getMessage());
        }
    }
}
