package io.jobdeck.scheduler.embedded.agent;

import com.google.protobuf.ByteString;
import io.jobdeck.scheduler.embedded.cluster.MasterGateway;
import io.jobdeck.scheduler.embedded.http.HttpAnswer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.mesos.v1.Protos.AgentInfo;
import org.apache.mesos.v1.Protos.ExecutorID;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.TaskID;
import org.apache.mesos.v1.Protos.TaskInfo;
import org.apache.mesos.v1.Protos.TaskStatus;
import org.apache.mesos.v1.executor.Protos.Call;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Talks with the executors: their subscriptions, updates and messages. Used on the event loop only. */
final class ExecutorSessions {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutorSessions.class);

    private final AgentState state;
    private final Persistence persistence;
    private final StatusUpdates updates;
    private final TaskControl tasks;
    private final ExecutorLifecycle lifecycle;
    private final MasterGateway master;
    private final EventLoop loop;
    private final Supplier<AgentInfo> agentInfo;

    ExecutorSessions(AgentState state, Persistence persistence, StatusUpdates updates, TaskControl tasks,
            ExecutorLifecycle lifecycle, MasterGateway master, EventLoop loop, Supplier<AgentInfo> agentInfo) {
        this.state = state;
        this.persistence = persistence;
        this.updates = updates;
        this.tasks = tasks;
        this.lifecycle = lifecycle;
        this.master = master;
        this.loop = loop;
        this.agentInfo = agentInfo;
    }

    /** The answering side of one call. */
    interface Caller {

        /** Sends a complete answer. */
        void answer(HttpAnswer answer);

        /** Begins the stream of events. */
        ExecutorChannel open();
    }

    /** Handles a call that is complete and valid in itself. */
    void handle(Call call, Caller caller) {
        if (state.framework(call.getFrameworkId()).isEmpty()) {
            caller.answer(HttpAnswer.text(400, "Framework cannot be found"));
            return;
        }
        Optional<ExecutorRun> run = state.liveRun(call.getFrameworkId(), call.getExecutorId())
                .filter(found -> !found.isCommand());
        if (run.isEmpty()) {
            caller.answer(HttpAnswer.text(400, "Executor cannot be found"));
        } else if (call.getType() == Call.Type.SUBSCRIBE) {
            subscribe(run.get(), call.getSubscribe(), caller.open());
        } else if (run.get().channel() == null && !run.get().isSubscribed()) {
            caller.answer(HttpAnswer.text(403, "Executor is not subscribed"));
        } else {
            handleOfSubscribed(run.get(), call, caller);
        }
    }

    private void handleOfSubscribed(ExecutorRun run, Call call, Caller caller) {
        switch (call.getType()) {
            case UPDATE -> receive(run, call.getUpdate().getStatus());
            case MESSAGE -> persistence.then(() -> master.messageFromExecutor(
                    state.agent(), run.framework().id(), run.id(), call.getMessage().getData()));
            case SUBSCRIBE, HEARTBEAT, UNKNOWN -> LOG.trace("executor {} is alive", run.id().getValue());
        }
        persistence.then(() -> caller.answer(HttpAnswer.empty(202)));
    }

    private void subscribe(ExecutorRun run, Call.Subscribe subscribe, ExecutorChannel channel) {
        if (run.channel() != null) {
            run.channel().close();
        }
        run.setChannel(channel);
        run.setSubscriptionTimer(null);
        if (run.isShutdownRequested()) {
            subscribe.getUnacknowledgedUpdatesList().forEach(update -> receive(run, update.getStatus()));
            persistence.then(() -> channel.send(ExecutorEvents.shutdown()));
            return;
        }
        boolean returning = run.isSubscribed();
        if (!returning && !run.hasLiveTasks()) {
            lifecycle.shutdown(run);
            return;
        }
        if (!returning) {
            persistence.store(new AgentRecord.Subscribed(run.container()));
        }
        AgentInfo info = agentInfo.get();
        persistence.then(() -> channel.send(ExecutorEvents.subscribed(run, info)));
        subscribe.getUnacknowledgedUpdatesList().forEach(update -> receive(run, update.getStatus()));
        if (returning) {
            catchUp(run, subscribe, channel);
        }
        tasks.deliver(run);
    }

    /**
     * Finds out which launches and kills a returning executor has missed. A task of which it neither reports anything nor
     * says that it holds it has never reached it, as it holds every task until an update of it has been stored here.
     */
    private void catchUp(ExecutorRun run, Call.Subscribe subscribe, ExecutorChannel channel) {
        Set<TaskID> held = subscribe.getUnacknowledgedTasksList().stream()
                .map(TaskInfo::getTaskId).collect(Collectors.toSet());
        for (TaskRun task : run.tasks()) {
            if (task.hasEnded()) {
                continue;
            }
            task.setDelivered(task.latest() != null || held.contains(task.id()));
            if (!task.isKillRequested()) {
                continue;
            }
            if (task.isDelivered()) {
                persistence.then(() -> channel.send(ExecutorEvents.kill(task.id())));
            } else {
                tasks.killBeforeDelivery(task);
            }
        }
    }

    /** Stores an update, tells the executor that it is safe, and sends it on. */
    private void receive(ExecutorRun run, TaskStatus status) {
        if (run.framework().isGone()) {
            return;
        }
        TaskRun task = run.task(status.getTaskId());
        if (task == null) {
            LOG.info("update {} of task {} comes after its end was acknowledged, or of a task never launched",
                    status.getState(), status.getTaskId().getValue());
        } else {
            updates.add(task, ExecutorStatus.complete(status, run, state.agent(), loop.now()));
        }
        persistence.then(() -> send(run, status));
    }

    private static void send(ExecutorRun run, TaskStatus stored) {
        if (run.channel() != null) {
            run.channel().send(ExecutorEvents.acknowledged(stored.getTaskId(), stored.getUuid()));
        }
    }

    /** The stream to an executor has ended; the executor itself may be well and come back. */
    void disconnected(ExecutorChannel channel) {
        state.runs().stream().filter(run -> run.channel() == channel).forEach(run -> {
            LOG.info("executor {} has disconnected", run.id().getValue());
            run.setChannel(null);
        });
    }

    /** Hands a message of the scheduler to an executor; lost if it is not connected. */
    void sendMessage(FrameworkID framework, ExecutorID executor, ByteString data) {
        Optional<ExecutorChannel> channel = state.liveRun(framework, executor)
                .flatMap(run -> Optional.ofNullable(run.channel()));
        if (channel.isPresent()) {
            persistence.then(() -> channel.get().send(ExecutorEvents.message(data)));
        } else {
            LOG.warn("message for executor {} is lost, as it is not connected", executor.getValue());
        }
    }
}
