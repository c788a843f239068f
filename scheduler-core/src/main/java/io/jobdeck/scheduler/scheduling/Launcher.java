package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.AppConfig;
import io.jobdeck.scheduler.model.ClusterPolicy;
import io.jobdeck.scheduler.model.JobConfig;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/**
 * Launches what waits in the failover and ready queues as soon as the offers at hand can hold it. Failover work of a job
 * goes before its ready work, and ready work is launched whole or not at all (spec section 6.2).
 */
final class Launcher {

    private static final Duration TELL_STARVED = Duration.ofSeconds(30);

    private final ClusterState state;
    private final ReadyQueue queues;
    private final OfferBook offers;
    private final Executors executors;
    private final RunStarter starter;
    private final WaitingBoard waiting;
    private final Obstacles obstacles;
    private final MesosCalls mesos;
    private final ClusterPolicy policy;
    private final Loop loop;
    private final Set<String> due = new LinkedHashSet<>();
    private final StarvedJobs starved = new StarvedJobs();
    private boolean retryStarved;
    private boolean tellingDue;
    private boolean connected;
    private boolean stopped;

    Launcher(ClusterState state, ReadyQueue queues, OfferBook offers, Executors executors, RunStarter starter,
            WaitingBoard waiting, Obstacles obstacles, MesosCalls mesos, ClusterPolicy policy, Loop loop) {
        this.state = state;
        this.queues = queues;
        this.offers = offers;
        this.executors = executors;
        this.starter = starter;
        this.waiting = waiting;
        this.obstacles = obstacles;
        this.mesos = mesos;
        this.policy = policy;
        this.loop = loop;
    }

    /** A job may have become ready to launch. */
    void consider(JobState job) {
        due.add(job.name());
    }

    /** There are new offers, or there is a connection: everything that waits for resources is tried again. */
    void retryStarved() {
        retryStarved = true;
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
        if (!stopped && (!due.isEmpty() || retryStarved && !starved.isEmpty())) {
            List<String> names = List.copyOf(due);
            due.clear();
            launchAll(names);
        }
        retryStarved = false;
        offers.setWorkWaits(connected && !stopped && !starved.isEmpty());
    }

    private void launchAll(List<String> names) {
        LaunchBatch batch = new LaunchBatch(mesos, state.unsent(), offers::remainderIsBack, starter::launched);
        Set<AgentResources> used = new LinkedHashSet<>();
        Queue<StarvedJobs.Group> groups = retryStarved ? starved.all() : starved.of(names);
        for (StarvedJobs.Group group = groups.poll(); group != null; group = groups.poll()) {
            String first = group.first();
            launch(first, Optional.of(group), used, batch);
            if (!group.isEmpty() && !group.first().equals(first)) {
                groups.add(group);
            }
        }
        names.forEach(name -> launch(name, Optional.empty(), used, batch));
        used.forEach(offers::use);
        batch.close();
        tellStarvedLater();
    }

    private void launch(String name, Optional<StarvedJobs.Group> retried, Set<AgentResources> used, LaunchBatch batch) {
        Attempt attempt = new Attempt(retried, used, batch);
        state.findJob(name).ifPresent(job -> launch(job, attempt));
        if (!attempt.starves) {
            starved.remove(name);
        }
    }

    /** All jobs of a group have the reason of the one that was tried, but telling them each time would be many writes. */
    private void tellStarvedLater() {
        if (!tellingDue && !starved.isEmpty()) {
            tellingDue = true;
            loop.after(TELL_STARVED, () -> {
                tellingDue = false;
                starved.takeUntold().forEach((reason, names) -> names.forEach(name ->
                        state.findJob(name).ifPresent(job -> waiting.waits(job, reason))));
                tellStarvedLater();
            });
        }
    }

    private void launch(JobState job, Attempt attempt) {
        if (job.queueWriteUnderWay && !state.isDisabled(job)) {
            return;
        }
        Optional<NextWork> work = state.isDisabled(job) || job.config.isEmpty() ? Optional.empty() : NextWork.of(job);
        if (work.isEmpty()) {
            rest(job);
            return;
        }
        Optional<WaitReason> obstacle = obstacles.find(job, work.get());
        if (obstacle.isPresent()) {
            waiting.waits(job, obstacle.get());
            return;
        }
        NextWork startable = obstacles.startable(job, work.get());
        if (!startable.items().isEmpty()) {
            place(job, startable, attempt);
        } else if (startable.kind() == NextWork.Kind.READY) {
            queues.dropReady(job);
        }
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

    private void place(JobState job, NextWork work, Attempt attempt) {
        JobConfig config = job.config.orElseThrow();
        AppConfig app = state.appOf(job).orElseThrow();
        boolean command = TaskFactory.usesCommandExecutor(config);
        boolean allOrNone = work.kind() != NextWork.Kind.FAILOVER && !config.policy().partialLaunch();
        Placement.Request request = new Placement.Request(work.items(), Amount.ofItem(config),
                command ? Optional.empty() : Optional.of(app.appName()), Amount.ofExecutor(app), allOrNone,
                policy.placementOf(config), avoided(job));
        StarvedJobs.Need need = StarvedJobs.Need.of(request);
        Optional<StarvedJobs.Group> ahead = starved.waitingFor(need).filter(group -> !attempt.retries(group));
        if (ahead.isPresent()) {
            starve(job, need, ahead.get().reason(), attempt);
            return;
        }
        AgentPool agents = offers.agents();
        Placement.Outcome outcome = Placement.place(request, agents, command ? agent -> true : executors.usableFor(app));
        outcome.shortage().ifPresentOrElse(shortage ->
                starve(job, need, reason(app, agents, shortage, work.items().size(), allOrNone), attempt),
                () -> waiting.clear(job));
        if (!outcome.places().isEmpty()) {
            Set<AgentResources> used = starter.start(job,
                    new RunStarter.Run(config, app, command, work, outcome.places()), attempt.batch);
            used.forEach(agents::add);
            attempt.used.addAll(used);
        }
    }

    private void starve(JobState job, StarvedJobs.Need need, WaitReason reason, Attempt attempt) {
        attempt.starves = true;
        starved.add(job.name(), need, reason);
        waiting.waits(job, reason);
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

    /** One try to launch a job. */
    private static final class Attempt {

        private final Optional<StarvedJobs.Group> retried;
        private final Set<AgentResources> used;
        private final LaunchBatch batch;
        private boolean starves;

        Attempt(Optional<StarvedJobs.Group> retried, Set<AgentResources> used, LaunchBatch batch) {
            this.retried = retried;
            this.used = used;
            this.batch = batch;
        }

        boolean retries(StarvedJobs.Group group) {
            return retried.filter(mine -> mine == group).isPresent();
        }
    }
}
