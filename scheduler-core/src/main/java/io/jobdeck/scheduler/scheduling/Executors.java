package io.jobdeck.scheduler.scheduling;

import io.jobdeck.executor.wire.Messages;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.mesos.v1.Protos.ExecutorInfo;
import org.apache.mesos.v1.Protos.Offer;

/**
 * The executors of the apps: a durable record of each that was started, kept until it is seen to have ended. Those whose
 * app is gone or was changed are told to stop, again and again until they do.
 */
final class Executors {

    private static final Duration REPEAT_STOP = Duration.ofSeconds(5);
    /** After so many stop messages the agent is asked to shut the executor down. */
    private static final int POLITE_ATTEMPTS = 3;
    /** An offer may have been made before the executor was started; later ones name every executor of the agent. */
    private static final Duration OFFER_MAY_BE_OLDER = Duration.ofSeconds(10);

    private final ClusterState state;
    private final RegistryWriter writer;
    private final MesosCalls mesos;
    private final Loop loop;
    private final Map<String, Instant> startedHere = new HashMap<>();

    Executors(ClusterState state, RegistryWriter writer, MesosCalls mesos, Loop loop) {
        this.state = state;
        this.writer = writer;
        this.mesos = mesos;
        this.loop = loop;
    }

    /** Returns the executor that a task of the app on this agent must name, recording it first if it is to be started. */
    ExecutorInfo use(AppConfig app, AgentResources agent, boolean start) {
        String id = ExecutorIds.of(app.appName(), agent.agentId());
        ExecutorState known = state.executors().get(id);
        if (known != null && !start) {
            return known.info();
        }
        ExecutorInfo info = TaskFactory.executor(app, agent.agentId(), agent.take(Amount.ofExecutor(app)));
        ExecutorState executor = new ExecutorState(info, Digests.ofExecutor(app));
        String path = RegistryPaths.executor(id);
        writer.writeOwned(List.of(known == null
                ? new Change.Create(path, executor.text())
                : new Change.Set(path, executor.text())), () -> { });
        state.executors().put(id, executor);
        startedHere.put(id, loop.clock().instant());
        return info;
    }

    /** Returns whether tasks of the app may go to the agent: not while an executor of an older config lives there. */
    boolean isUsable(AppConfig app, AgentResources agent) {
        String id = ExecutorIds.of(app.appName(), agent.agentId());
        ExecutorState executor = state.executors().get(id);
        return executor == null
                || !agent.hasExecutor(id)
                || (executor.stopAttempts == 0 && executor.appDigest().equals(Digests.ofExecutor(app)));
    }

    /** Looks at the executors of an app that has changed. */
    void converge(AppState app, Kills kills) {
        for (ExecutorState executor : state.executorsOf(app.name())) {
            if (isOutdated(executor, app)) {
                retire(executor, app, kills);
            }
        }
    }

    private static boolean isOutdated(ExecutorState executor, AppState app) {
        return app.config().map(config -> !Digests.ofExecutor(config).equals(executor.appDigest())).orElse(!app.registered);
    }

    private void retire(ExecutorState executor, AppState app, Kills kills) {
        List<TaskRecord> tasks = tasksOf(executor);
        if (tasks.isEmpty()) {
            stop(executor);
            return;
        }
        executor.retiring = true;
        // Runs in flight may end by themselves; a daemon never does and is started again in the new executor.
        boolean appGone = !app.registered;
        tasks.stream().filter(task -> appGone || isDaemon(task)).forEach(kills::kill);
    }

    private boolean isDaemon(TaskRecord task) {
        return state.findJob(task.metaInfo().jobName()).flatMap(job -> job.config).map(c -> c.isDaemon()).orElse(false);
    }

    private List<TaskRecord> tasksOf(ExecutorState executor) {
        Optional<String> id = Optional.of(executor.id());
        return state.jobs().stream()
                .flatMap(job -> job.tasks.values().stream())
                .filter(task -> task.executorId().equals(id))
                .toList();
    }

    private void stop(ExecutorState executor) {
        if (executor.stopAttempts == 0) {
            sendStop(executor);
        }
    }

    private void sendStop(ExecutorState executor) {
        if (executor.stopAttempts++ < POLITE_ATTEMPTS) {
            mesos.sendToExecutor(executor, Messages.STOP);
        } else {
            mesos.shutdown(executor);
        }
        loop.after(REPEAT_STOP, () -> {
            if (state.executors().get(executor.id()) == executor) {
                sendStop(executor);
            }
        });
    }

    /** The executor has ended. */
    void ended(String executorId) {
        ExecutorState executor = state.executors().remove(executorId);
        startedHere.remove(executorId);
        if (executor != null) {
            writer.writeOwned(List.of(new Change.Delete(RegistryPaths.executor(executorId))), () -> { });
            state.changed(state.app(executor.appName()));
        }
    }

    /** The agent is gone with all its executors. */
    void agentLost(String agentId) {
        List.copyOf(state.executors().values()).stream()
                .filter(executor -> executor.agentId().equals(agentId))
                .forEach(executor -> ended(executor.id()));
    }

    /** Learns from an offer which executors of its agent have ended unnoticed: it names those that run. */
    void learnFrom(Offer offer) {
        String agentId = offer.getAgentId().getValue();
        Set<String> running = new TreeSet<>();
        offer.getExecutorIdsList().forEach(id -> running.add(id.getValue()));
        Instant longAgo = loop.clock().instant().minus(OFFER_MAY_BE_OLDER);
        List.copyOf(state.executors().values()).stream()
                .filter(executor -> executor.agentId().equals(agentId) && !running.contains(executor.id()))
                .filter(executor -> startedHere.getOrDefault(executor.id(), Instant.MIN).isBefore(longAgo))
                .filter(executor -> tasksOf(executor).isEmpty())
                .forEach(executor -> ended(executor.id()));
    }
}
