package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.model.ExecutorKind;
import io.jobdeck.scheduler.model.JobConfig;
import io.jobdeck.scheduler.model.ShardingItemParameters;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Launches what waits in the failover and ready queues as soon as the offers at hand can hold it. Failover work of a job
 * goes before its ready work, and ready work is launched whole or not at all (spec section 6.2).
 */
final class Launcher {

    /** Registration allows no more; a hand on the registry might, but one transaction must hold a whole run. */
    private static final int MOST_ITEMS = 10_000;
    /** Failover entries are nodes, which are removed one by one, and a transaction has room for so many. */
    private static final int MOST_FAILOVER_ITEMS = 1000;

    private final ClusterState state;
    private final ReadyQueue queues;
    private final OfferBook offers;
    private final Executors executors;
    private final RunStarter starter;
    private final WaitingBoard waiting;
    private final MesosCalls mesos;
    private final Loop loop;
    private final ClusterPolicy policy;
    private final Set<String> due = new LinkedHashSet<>();
    private final Set<String> starved = new LinkedHashSet<>();
    private boolean connected;
    private boolean stopped;

    Launcher(ClusterState state, ReadyQueue queues, OfferBook offers, Executors executors, RunStarter starter,
            WaitingBoard waiting, MesosCalls mesos, Loop loop, ClusterPolicy policy) {
        this.state = state;
        this.queues = queues;
        this.offers = offers;
        this.executors = executors;
        this.starter = starter;
        this.waiting = waiting;
        this.mesos = mesos;
        this.loop = loop;
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
        AgentPool agents = new AgentPool(offers.agents());
        LaunchBatch batch = new LaunchBatch(mesos, offers::remainderIsBack);
        Set<AgentResources> used = new LinkedHashSet<>();
        for (String name : names) {
            starved.remove(name);
            state.findJob(name).ifPresent(job -> used.addAll(launch(job, agents, batch)));
        }
        used.forEach(offers::use);
        batch.close();
    }

    private Set<AgentResources> launch(JobState job, AgentPool agents, LaunchBatch batch) {
        if (!job.hasQueuedWork() || job.config.isEmpty() || state.isDisabled(job)) {
            waiting.clear(job);
            return Set.of();
        }
        if (job.queueWriteUnderWay) {
            return Set.of();
        }
        Optional<WaitReason> obstacle = obstacle(job);
        if (obstacle.isPresent()) {
            waiting.waits(job, obstacle.get());
            return Set.of();
        }
        List<Integer> items = items(job);
        if (items.isEmpty()) {
            return Set.of();
        }
        return place(job, items, agents, batch);
    }

    private Optional<WaitReason> obstacle(JobState job) {
        JobConfig config = job.config.orElseThrow();
        Optional<AppConfig> app = state.appOf(job);
        if (app.isEmpty()) {
            return Optional.of(WaitReason.appMissing(config.appName()));
        }
        if (app.get().executor() != ExecutorKind.JOBDECK && !TaskFactory.usesCommandExecutor(config)) {
            return Optional.of(WaitReason.foreignExecutor(config.appName()));
        }
        if (job.failover.isEmpty() && config.isTransient() && !job.isIdle()) {
            return Optional.of(WaitReason.previousRun(job.runningTasks()));
        }
        try {
            ShardingItemParameters.parse(config.shardingItemParameters());
        } catch (IllegalArgumentException e) {
            return Optional.of(WaitReason.parameters(e.getMessage()));
        }
        return config.shardingTotalCount() > MOST_ITEMS
                ? Optional.of(WaitReason.tooManyItems(config.shardingTotalCount(), MOST_ITEMS))
                : backoff(job);
    }

    private Optional<WaitReason> backoff(JobState job) {
        Instant now = loop.clock().instant();
        List<Integer> waitingItems = queuedItems(job);
        boolean someMayStart = waitingItems.isEmpty() || waitingItems.stream().anyMatch(item -> mayStart(job, item, now));
        return someMayStart ? Optional.empty() : waitingItems.stream()
                .map(item -> job.backoffs.get(item).notBefore())
                .min(Instant::compareTo)
                .map(WaitReason::backoff);
    }

    private static boolean mayStart(JobState job, int item, Instant now) {
        Backoff backoff = job.backoffs.get(item);
        return backoff == null || !backoff.notBefore().isAfter(now);
    }

    private static List<Integer> queuedItems(JobState job) {
        if (!job.failover.isEmpty()) {
            return job.failover.keySet().stream().filter(item -> !job.tasks.containsKey(item)).toList();
        }
        return job.missingItems();
    }

    private List<Integer> items(JobState job) {
        Instant now = loop.clock().instant();
        boolean whole = job.failover.isEmpty() && job.config.orElseThrow().isTransient();
        List<Integer> items = queuedItems(job).stream()
                .filter(item -> whole || mayStart(job, item, now))
                .limit(job.failover.isEmpty() ? MOST_ITEMS : MOST_FAILOVER_ITEMS)
                .toList();
        if (items.isEmpty() && job.failover.isEmpty()) {
            queues.dropReady(job);
        }
        return items;
    }

    private Set<AgentResources> place(JobState job, List<Integer> items, AgentPool agents, LaunchBatch batch) {
        JobConfig config = job.config.orElseThrow();
        AppConfig app = state.appOf(job).orElseThrow();
        boolean command = TaskFactory.usesCommandExecutor(config);
        boolean allOrNone = job.failover.isEmpty() && !(config.isDaemon() && config.policy().partialLaunch());
        Placement.Request request = new Placement.Request(items, Amount.ofItem(config),
                command ? Optional.empty() : Optional.of(app.appName()), Amount.ofExecutor(app), allOrNone,
                policy.placementOf(config), Placement.Avoided.NONE);
        Placement.Outcome outcome = Placement.place(request, agents,
                agent -> command || executors.isUsable(app, agent));
        outcome.shortage().ifPresent(shortage -> {
            starved.add(job.name());
            waiting.waits(job, reason(app, agents, shortage, items.size(), allOrNone));
        });
        if (outcome.places().isEmpty()) {
            return Set.of();
        }
        if (outcome.shortage().isEmpty()) {
            waiting.clear(job);
        }
        Set<AgentResources> used =
                starter.start(job, new RunStarter.Run(config, app, command, outcome.places()), batch);
        used.forEach(agents::add);
        return used;
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
