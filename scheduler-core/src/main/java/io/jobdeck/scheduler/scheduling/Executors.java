package io.jobdeck.scheduler.scheduling;

import io.jobdeck.executor.wire.Messages;
import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ExecutorIds;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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

    /** An executor to be stopped, or on an agent out of sight, is taken for gone after so long without a sign of life. */
    private static final Duration SILENT_LIMIT = Duration.ofMinutes(10);

    private final ClusterState state;
    private final RegistryWriter writer;
    private final MesosCalls mesos;
    private final Loop loop;
    private final Map<String, Instant> startedHere = new HashMap<>();
    /** Those that ended a moment ago, of which an older offer may still tell. */
    private final Set<String> endedHere = new HashSet<>();
    private boolean connected;

    Executors(ClusterState state, RegistryWriter writer, MesosCalls mesos, Loop loop) {
        this.state = state;
        this.writer = writer;
        this.mesos = mesos;
        this.loop = loop;
    }

    /**
     * Returns the executor that a task of the app on this agent must name.
     *
     * @param started gets the executor if it is to be started, which must be recorded before
     */
    ExecutorInfo use(AppConfig app, AgentResources agent, boolean start, List<ExecutorState> started) {
        String id = ExecutorIds.of(app.appName(), agent.agentId());
        Optional<ExecutorState> known = state.executors().find(id);
        // A start that is being recorded is not told of by offers yet.
        if (known.isPresent() && (!start || !known.get().recorded)) {
            return known.get().info();
        }
        ExecutorInfo info = TaskFactory.executor(app, agent.agentId(), agent.take(Amount.ofExecutor(app)));
        ExecutorState executor = new ExecutorState(info, Digests.ofExecutor(app));
        executor.nodeExists = known.map(older -> older.nodeExists).orElse(false);
        state.executors().put(executor);
        startedHere.put(id, loop.clock().instant());
        started.add(executor);
        return info;
    }

    /** Returns the change that records an executor that is about to be started. */
    static Change record(ExecutorState executor) {
        String path = RegistryPaths.executor(executor.id());
        return executor.nodeExists
                ? new Change.Set(path, executor.text())
                : new Change.Create(path, executor.text());
    }

    /** Follows {@link #record} in the state, once it is committed. */
    static void recorded(List<ExecutorState> started) {
        started.forEach(executor -> {
            executor.nodeExists = true;
            executor.recorded = true;
        });
    }

    /** Records executors on their own; {@code recorded} runs when that is done. */
    void record(List<ExecutorState> started, Runnable recorded) {
        if (started.isEmpty()) {
            recorded.run();
            return;
        }
        writer.writeOwned(started.stream().map(Executors::record).toList(), () -> {
            recorded(started);
            recorded.run();
        });
    }

    /** Tells whether tasks of the app may go to an agent: not while an executor of an older config lives there. */
    Predicate<AgentResources> usableFor(AppConfig app) {
        String digest = Digests.ofExecutor(app);
        return agent -> {
            String id = ExecutorIds.of(app.appName(), agent.agentId());
            return !agent.hasExecutor(id) || state.executors().find(id)
                    .map(executor -> executor.stopAttempts == 0 && executor.appDigest().equals(digest))
                    .orElse(true);
        };
    }

    /** Looks at the executors of an app that has changed. */
    void converge(AppState app, Kills kills) {
        for (ExecutorState executor : state.executors().ofApp(app.name())) {
            if (isOutdated(executor, app)) {
                retire(executor, app, kills);
            }
        }
    }

    private static boolean isOutdated(ExecutorState executor, AppState app) {
        return app.config().map(config -> executor.isForeign()
                ? config.executor() == ExecutorKind.JOBDECK
                : !Digests.ofExecutor(config).equals(executor.appDigest())).orElse(!app.registered);
    }

    private void retire(ExecutorState executor, AppState app, Kills kills) {
        List<TaskRecord> tasks = state.tasks().of(executor.id());
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

    private void stop(ExecutorState executor) {
        if (executor.stopAttempts == 0) {
            awaitSignOfLife(executor);
            sendStop(executor);
            repeatStop(executor);
        }
    }

    private void sendStop(ExecutorState executor) {
        if (executor.stopAttempts++ < POLITE_ATTEMPTS) {
            mesos.sendToExecutor(executor.agentId(), executor.id(), Messages.STOP);
        } else {
            mesos.shutdown(executor);
        }
    }

    private void repeatStop(ExecutorState executor) {
        loop.after(REPEAT_STOP, () -> {
            if (!isCurrent(executor)) {
                return;
            }
            if (isSilentForTooLong(executor)) {
                forget(executor);
                return;
            }
            if (connected) {
                sendStop(executor);
            }
            repeatStop(executor);
        });
    }

    private boolean isCurrent(ExecutorState executor) {
        return state.executors().find(executor.id()).filter(known -> known == executor).isPresent();
    }

    private void awaitSignOfLife(ExecutorState executor) {
        if (executor.silentSince == null) {
            executor.silentSince = loop.clock().instant();
        }
    }

    private boolean isSilentForTooLong(ExecutorState executor) {
        return executor.silentSince != null && Duration.between(executor.silentSince, loop.clock().instant())
                .compareTo(SILENT_LIMIT) >= 0;
    }

    /** There is a connection to Mesos, or there is none any more. What was sent without one is sent again. */
    void setConnected(boolean connected) {
        this.connected = connected;
        if (connected) {
            state.executors().all().stream().filter(executor -> executor.stopAttempts > 0).forEach(this::sendStop);
        }
    }

    /** The executor has ended. */
    void ended(String executorId) {
        // One that is about to be started cannot have ended; the message is about its predecessor.
        state.executors().find(executorId).filter(executor -> executor.recorded).ifPresent(executor -> {
            if (mayHaveStartedAgain(executor)) {
                expectSignOfLife(executor);
            } else {
                ended(executor);
            }
        });
    }

    /** A launch that was on its way when the executor ended starts it anew. */
    private boolean mayHaveStartedAgain(ExecutorState executor) {
        return state.tasks().of(executor.id()).stream().anyMatch(task -> task.state() == TaskState.STAGING);
    }

    private void ended(ExecutorState executor) {
        endedHere.add(executor.id());
        loop.after(OFFER_MAY_BE_OLDER, () -> endedHere.remove(executor.id()));
        forget(executor);
    }

    /** Nobody has seen it end, so an offer that still tells of it is believed. */
    private void forget(ExecutorState executor) {
        state.executors().remove(executor);
        startedHere.remove(executor.id());
        writer.writeOwned(List.of(new Change.Delete(RegistryPaths.executor(executor.id()))), () -> { });
        state.changed(state.app(executor.appName()));
    }

    /** The agent is out of sight; it comes back with its executors, or never. */
    void agentLost(String agentId) {
        state.executors().onAgent(agentId).forEach(this::expectSignOfLife);
    }

    private void expectSignOfLife(ExecutorState executor) {
        awaitSignOfLife(executor);
        loop.after(SILENT_LIMIT, () -> giveUp(executor));
    }

    private void giveUp(ExecutorState executor) {
        if (!isCurrent(executor) || !isSilentForTooLong(executor)) {
            return;
        }
        if (state.tasks().hasAny(executor.id())) {
            loop.after(SILENT_LIMIT, () -> giveUp(executor));
        } else {
            forget(executor);
        }
    }

    /**
     * Learns from an offer, which names the executors that run on its agent, which of them have ended unnoticed and which
     * were started by somebody else.
     */
    void learnFrom(Offer offer) {
        String agentId = offer.getAgentId().getValue();
        Set<String> running = new HashSet<>();
        offer.getExecutorIdsList().forEach(id -> running.add(id.getValue()));
        forgetEnded(agentId, running);
        running.forEach(id -> learnOf(id, agentId));
    }

    private void forgetEnded(String agentId, Set<String> running) {
        Instant longAgo = loop.clock().instant().minus(OFFER_MAY_BE_OLDER);
        List.copyOf(state.executors().onAgent(agentId)).stream()
                .filter(executor -> !running.contains(executor.id()))
                .filter(executor -> startedHere.getOrDefault(executor.id(), Instant.MIN).isBefore(longAgo))
                .filter(executor -> !state.tasks().hasAny(executor.id()))
                .forEach(executor -> ended(executor.id()));
    }

    /** An executor runs on an agent; one that is not known is recorded, so that it too is stopped with its app. */
    void learnOf(String executorId, String agentId) {
        state.executors().find(executorId).ifPresent(executor -> executor.silentSince = null);
        boolean ofAnApp = ExecutorIds.agentOf(executorId).equals(agentId) && !ExecutorIds.appOf(executorId).isEmpty();
        if (!ofAnApp || state.executors().find(executorId).isPresent() || endedHere.contains(executorId)) {
            return;
        }
        ExecutorState executor = ExecutorState.foreign(executorId);
        startedHere.put(executorId, loop.clock().instant());
        state.executors().put(executor);
        record(List.of(executor), () -> state.changed(state.app(executor.appName())));
    }
}
