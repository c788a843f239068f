package io.jobdeck.scheduler.embedded.master;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.apache.mesos.v1.Protos.MasterInfo;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Frameworks come, fail over, disconnect and go. Used by the master's thread only. */
final class Frameworks {

    private static final Logger LOG = LoggerFactory.getLogger(Frameworks.class);
    private static final Event HEARTBEAT = Event.newBuilder().setType(Event.Type.HEARTBEAT).build();

    private final ClusterState state;
    private final Allocator allocator;
    private final MasterLoop loop;
    private final MasterOptions options;
    private final MasterInfo masterInfo;
    private final FrameworkRules rules = new FrameworkRules();

    Frameworks(ClusterState state, Allocator allocator, MasterLoop loop, MasterOptions options, MasterInfo masterInfo) {
        this.state = state;
        this.allocator = allocator;
        this.loop = loop;
        this.options = options;
        this.masterInfo = masterInfo;
    }

    void subscribe(Call.Subscribe call, EventStream stream) {
        FrameworkInfo info = call.getFrameworkInfo();
        Optional<String> problem = rules.problem(info);
        if (problem.isPresent()) {
            stream.refuse(problem.get());
        } else if (!info.hasId() || info.getId().getValue().isEmpty()) {
            enter(info.toBuilder().setId(state.newFrameworkId()).build(), call, stream);
        } else if (state.isRemoved(info.getId())) {
            stream.refuse("Framework has been removed");
        } else {
            state.framework(info.getId()).ifPresentOrElse(
                    known -> comeBack(known, call, stream),
                    () -> enter(info, call, stream));
        }
    }

    private void enter(FrameworkInfo info, Call.Subscribe call, EventStream stream) {
        Framework framework = new Framework(info);
        state.add(framework);
        LOG.info("Framework {} subscribes", framework);
        connect(framework, call, stream);
        allocator.allocate();
    }

    private void comeBack(Framework framework, Call.Subscribe call, EventStream stream) {
        FrameworkInfo info = call.getFrameworkInfo();
        if (!info.getPrincipal().equals(framework.info().getPrincipal())) {
            stream.refuse("Changing framework's principal is not allowed.");
            return;
        }
        boolean failsOver = framework.isConnected();
        if (!FrameworkRules.roles(info).equals(FrameworkRules.roles(framework.info()))) {
            List.copyOf(framework.offers()).forEach(allocator::rescind);
        }
        framework.stream().ifPresent(old -> old.refuse("Framework failed over"));
        allocator.takeBackAll(framework);
        framework.setInfo(updated(framework.info(), info));
        LOG.info("Framework {} subscribes again", framework);
        connect(framework, call, stream);
        state.agents().forEach(agent -> agent.gateway().frameworkReconnected(framework.id()));
        if (!failsOver) {
            allocator.allocate();
        }
    }

    /** User and checkpointing cannot be changed; Mesos passes over it in silence. */
    private static FrameworkInfo updated(FrameworkInfo old, FrameworkInfo wanted) {
        FrameworkInfo.Builder info = wanted.toBuilder().setUser(old.getUser());
        if (old.hasCheckpoint()) {
            info.setCheckpoint(old.getCheckpoint());
        } else {
            info.clearCheckpoint();
        }
        return info.build();
    }

    private void connect(Framework framework, Call.Subscribe call, EventStream stream) {
        LOG.debug("Stream {} is opened for {} labelled {}", stream.id(), framework, labels(framework.info()));
        double seconds = options.heartbeat().toMillis() / 1000.0;
        Future<?> heartbeat = loop.every(options.heartbeat(), () -> stream.send(HEARTBEAT));
        framework.connect(stream, heartbeat, call.getSuppressedRolesList());
        stream.send(Event.newBuilder()
                .setType(Event.Type.SUBSCRIBED)
                .setSubscribed(Event.Subscribed.newBuilder()
                        .setFrameworkId(framework.id())
                        .setHeartbeatIntervalSeconds(seconds)
                        .setMasterInfo(masterInfo))
                .build());
        stream.send(HEARTBEAT);
        stream.stream().onClose(() -> loop.run(() -> disconnected(framework, stream)));
    }

    private static List<String> labels(FrameworkInfo info) {
        return info.getLabels().getLabelsList().stream().map(label -> label.getKey() + "=" + label.getValue()).toList();
    }

    private void disconnected(Framework framework, EventStream stream) {
        if (framework.stream().filter(stream::equals).isEmpty()) {
            return;
        }
        LOG.info("Framework {} is disconnected; it has {} s to come back",
                framework, framework.info().getFailoverTimeout());
        framework.disconnect();
        allocator.takeBackAll(framework);
        awaitFailover(framework);
    }

    /** Removes the framework unless it subscribes in time. */
    void awaitFailover(Framework framework) {
        if (framework.info().getFailoverTimeout() <= 0) {
            remove(framework);
            return;
        }
        framework.awaitFailover(loop.after(MasterOptions.seconds(framework.info().getFailoverTimeout()), () -> {
            if (!framework.isConnected() && state.framework(framework.id()).isPresent()) {
                LOG.info("Framework {} did not come back in time", framework);
                remove(framework);
            }
        }));
    }

    /** Ends all its executors and its stream; its id is not accepted again. */
    void remove(Framework framework) {
        LOG.info("Framework {} is removed", framework);
        allocator.takeBackAll(framework);
        for (Task task : List.copyOf(framework.tasks())) {
            state.release(task);
            framework.completeTask(task);
        }
        for (Agent agent : state.agents()) {
            agent.executors(framework.name()).forEach(executor ->
                    agent.removeExecutor(framework.name(), executor.getExecutorId().getValue()));
            agent.gateway().shutdownFramework(framework.id());
        }
        Optional<EventStream> stream = framework.stream();
        framework.disconnect();
        state.remove(framework);
        stream.ifPresent(open -> open.stream().end());
    }

    /** @throws BadCallException if something is changed that cannot be */
    void update(Framework framework, Call.UpdateFramework call) throws BadCallException {
        FrameworkInfo wanted = call.getFrameworkInfo();
        Optional<String> problem = rules.problem(wanted).or(() -> changeProblem(framework.info(), wanted));
        if (problem.isPresent()) {
            throw new BadCallException("FrameworkInfo update is not valid: " + problem.get());
        }
        framework.setInfo(wanted);
        framework.revive(List.of());
        framework.suppress(call.getSuppressedRolesList());
    }

    private static Optional<String> changeProblem(FrameworkInfo old, FrameworkInfo wanted) {
        return difference("principal", old.getPrincipal(), wanted.getPrincipal())
                .or(() -> difference("user", old.getUser(), wanted.getUser()))
                .or(() -> difference("checkpoint", old.getCheckpoint(), wanted.getCheckpoint()));
    }

    private static Optional<String> difference(String field, Object old, Object wanted) {
        return old.equals(wanted) ? Optional.empty()
                : Optional.of("Updating 'FrameworkInfo." + field + "' is unsupported; attempted to update from '" + old
                        + "' to '" + wanted + "'");
    }
}
