package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.model.JobConfig;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Launches what waits in the failover and ready queues as soon as the offers at hand can hold it. Failover work of a job
 * goes before its ready work, and ready work is launched whole or not at all (spec section 6.2).
 */
final class Launcher {

    private final ClusterState state;
    private final ReadyQueue queues;
    private final OfferBook offers;
    private final Executors executors;
    private final RunStarter starter;
    private final WaitingBoard waiting;
    private final Obstacles obstacles;
    private final MesosCalls mesos;
    private final ClusterPolicy policy;
    private final Set<String> due = new LinkedHashSet<>();
    private final Set<String> starved = new LinkedHashSet<>();
    private boolean connected;
    private boolean stopped;

    Launcher(ClusterState state, ReadyQueue queues, OfferBook offers, Executors executors, RunStarter starter,
            WaitingBoard waiting, Obstacles obstacles, MesosCalls mesos, ClusterPolicy policy) {
        this.state = state;
        this.queues = queues;
        this.offers = offers;
        this.executors = executors;
        this.starter = starter;
        this.waiting = waiting;
        this.obstacles = obstacles;
        this.mesos = mesos;
        this.policy = policy;
    }

    /** A job may have become ready to launch. */
    void consider(JobState job) {
        due.add(job.name());
    }

    /** There are new offers, or there is a connection: everything that waits for resources is tried again. */
    void retryStarved() {
        due.addAll(starved);
        starved.clear();
    }

    void setConnected(boolean connected) {
        this.connected = connected;
        retryStarved();
    }

    /** Launches nothing any more; what is queued stays queued. */
    void stop() {
        stopped = true;
    }

    /** Launches what can be launched now. */
    void pass() {
        if (!stopped && !due.isEmpty()) {
            List<String> names = List.copyOf(due);
            due.clear();
            launchAll(names);
        }
        offers.setWorkWaits(connected && !stopped && !starved.isEmpty());
    }

    private void launchAll(List<String> names) {
        AgentPool agents = offers.agents();
        LaunchBatch batch = new LaunchBatch(mesos, state.unsent(), offers::remainderIsBack, starter::launched);
        Set<AgentResources> used = new LinkedHashSet<>();
        for (String name : names) {
            starved.remove(name);
            state.findJob(name).ifPresent(job -> used.addAll(launch(job, agents, batch)));
        }
        used.forEach(offers::use);
        batch.close();
    }

    private Set<AgentResources> launch(JobState job, AgentPool agents, LaunchBatch batch) {
        if (job.queueWriteUnderWay && !state.isDisabled(job)) {
            return Set.of();
        }
        Optional<NextWork> work = state.isDisabled(job) || job.config.isEmpty() ? Optional.empty() : NextWork.of(job);
        if (work.isEmpty()) {
            rest(job);
            return Set.of();
        }
        Optional<WaitReason> obstacle = obstacles.find(job, work.get());
        if (obstacle.isPresent()) {
            waiting.waits(job, obstacle.get());
            return Set.of();
        }
        NextWork startable = obstacles.startable(job, work.get());
        if (!startable.items().isEmpty()) {
            return place(job, startable, agents, batch);
        }
        if (startable.kind() == NextWork.Kind.READY) {
            queues.dropReady(job);
        }
        return Set.of();
    }

    /** Nothing is to be launched, which may need explaining all the same. */
    private void rest(JobState job) {
        Optional<WaitReason> reason = Optional.empty();
        if (job.config.isPresent() && state.isDisabled(job)) {
            reason = job.hasQueuedWork() && state.keepsBacklog(job) ? Optional.of(disabled(job)) : Optional.empty();
        } else if (job.config.isPresent() && queues.isLeftOut(job)) {
            reason = Optional.of(WaitReason.queueFull(queues.size()));
        } else if (job.config.isPresent()) {
            reason = job.failedItems.entrySet().stream().filter(entry -> entry.getValue().givenUp()).findFirst()
                    .map(entry -> WaitReason.givenUp(entry.getKey(), entry.getValue()));
        }
        reason.ifPresentOrElse(why -> waiting.waits(job, why), () -> waiting.clear(job));
    }

    private WaitReason disabled(JobState job) {
        if (job.disabled) {
            return WaitReason.disabled("The job", job.disableInfo.value);
        }
        String app = job.config.orElseThrow().appName();
        return WaitReason.disabled("App '%s'".formatted(app), state.app(app).disableInfo.value);
    }

    private Set<AgentResources> place(JobState job, NextWork work, AgentPool agents, LaunchBatch batch) {
        JobConfig config = job.config.orElseThrow();
        AppConfig app = state.appOf(job).orElseThrow();
        boolean command = TaskFactory.usesCommandExecutor(config);
        boolean allOrNone = work.kind() != NextWork.Kind.FAILOVER && !config.policy().partialLaunch();
        Placement.Request request = new Placement.Request(work.items(), Amount.ofItem(config),
                command ? Optional.empty() : Optional.of(app.appName()), Amount.ofExecutor(app), allOrNone,
                policy.placementOf(config), avoided(job));
        Placement.Outcome outcome = Placement.place(request, agents, command ? agent -> true : executors.usableFor(app));
        outcome.shortage().ifPresent(shortage -> {
            starved.add(job.name());
            waiting.waits(job, reason(app, agents, shortage, work.items().size(), allOrNone));
        });
        if (outcome.places().isEmpty()) {
            return Set.of();
        }
        if (outcome.shortage().isEmpty()) {
            waiting.clear(job);
        }
        Set<AgentResources> used =
                starter.start(job, new RunStarter.Run(config, app, command, work, outcome.places()), batch);
        used.forEach(agents::add);
        return used;
    }

    private static Placement.Avoided avoided(JobState job) {
        return job.failedItems.isEmpty() ? Placement.Avoided.NONE : (item, agentId) ->
                job.failedItems.containsKey(item) && job.failedItems.get(item).agents().contains(agentId);
    }

    private WaitReason reason(AppConfig app, AgentPool agents, Placement.Shortage shortage, int items,
            boolean allOrNone) {
        if (!connected) {
            return WaitReason.noMesos();
        }
        if (agents.isEmpty()) {
            return WaitReason.noOffer();
        }
        if (shortage.unusable() > 0) {
            return WaitReason.executorReplaced(app.appName());
        }
        return WaitReason.resources(shortage, items, allOrNone);
    }
}
