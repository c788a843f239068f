package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.producer.CronSource;
import io.jobdeck.scheduler.registry.TransactionWriter;
import io.jobdeck.scheduler.registry.TreeEvent;
import io.jobdeck.scheduler.registry.TreeNode;
import java.util.function.Consumer;
import org.apache.mesos.v1.Protos.Offer;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scheduling state and all that acts on it, put together. Everything here runs on the loop's thread. */
final class Scheduling {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduling.class);

    private final ClusterState state = new ClusterState();
    private final TreeFolder folder;
    private final RegistryWriter writer;
    private final Crons crons;
    private final Kills kills;
    private final OfferBook offers;
    private final Executors executors;
    private final ReadyQueue queues;
    private final TaskRecords records;
    private final Launcher launcher;
    private final StatusUpdates updates;
    private final JobConverger jobs;
    private final Disablements disablements;
    private final Reconciler reconciler;
    private final Subscription subscription;
    private final Runnable treeLoaded;
    private boolean connected;

    /** What the loop acts on the world through. */
    record Outside(TransactionWriter epoch, Consumer<Call> mesos, Runnable reconnect, CronSource crons,
            Runnable treeLoaded, Consumer<String> halt, Instruments instruments) {

        Outside(TransactionWriter epoch, Consumer<Call> mesos, Runnable reconnect, CronSource crons,
                Runnable treeLoaded, Consumer<String> halt) {
            this(epoch, mesos, reconnect, crons, treeLoaded, halt, Instruments.NONE);
        }
    }

    Scheduling(SchedulingOptions options, Loop loop, Outside outside) {
        MesosCalls mesos = new MesosCalls(outside.mesos());
        this.treeLoaded = outside.treeLoaded();
        this.writer = new RegistryWriter(outside.epoch(), loop, outside.halt());
        this.crons = new Crons(outside.crons());
        this.kills = new Kills(state, mesos, loop);
        this.offers = new OfferBook(mesos, loop);
        this.executors = new Executors(state, writer, mesos, loop);
        this.queues = new ReadyQueue(state, writer, loop, options.policy().queueSize());
        Alarms alarms = new Alarms(loop);
        WaitingBoard waiting = new WaitingBoard(state, writer, loop);
        Failovers failovers = new Failovers(state, writer, kills, options.policy(), loop);
        DaemonTriggers triggers = new DaemonTriggers(state, writer, mesos, alarms, loop);
        LostTasks lostTasks = new LostTasks(state, writer, mesos, alarms, loop);
        this.disablements = new Disablements(state, writer, alarms, loop);
        this.records = new TaskRecords(state, writer, failovers, loop, outside.instruments());
        RunStarter starter = new RunStarter(queues, executors, records, loop, outside.instruments());
        this.launcher = new Launcher(state, queues, offers, executors, starter, waiting,
                new Obstacles(state, alarms, loop), mesos, options.policy(), loop);
        OutOfSight outOfSight = new OutOfSight();
        this.updates = new StatusUpdates(state, records, executors, failovers, triggers, lostTasks, outOfSight, mesos,
                loop);
        this.jobs = new JobConverger(state, crons, queues, kills, launcher, waiting, writer,
                new JobConverger.Requests(disablements, new KillRequests(state, writer, kills), triggers, failovers,
                        lostTasks));
        this.reconciler = new Reconciler(state, mesos, updates, outOfSight, loop, options);
        this.folder = new TreeFolder(state, new WishFolder(state, reconciler::request));
        this.subscription = new Subscription(options, state, writer, mesos, loop, this::setConnected,
                outside.reconnect());
    }

    void onTree(TreeEvent event) {
        boolean first = !folder.isLoaded();
        folder.fold(event);
        if (first && folder.isLoaded()) {
            folder.takeForeignTasks().forEach(this::adopt);
            state.jobs().stream().filter(JobState::isDaemon).forEach(records::completeRunningNodes);
            reconciler.start();
            treeLoaded.run();
        }
    }

    private void adopt(TreeNode running) {
        try {
            TaskId id = TaskId.parse(running.text());
            state.findJob(id.jobName())
                    .filter(job -> job.config.isPresent() && running.path().endsWith("/" + id.metaInfo()))
                    .ifPresent(job -> updates.adopt(job, id, () -> { }));
        } catch (IllegalArgumentException e) {
            LOG.warn("{} names no task and is left alone: {}", running.path(), e.getMessage());
        }
    }

    void onCron(String cron) {
        crons.jobsOf(cron).forEach(name -> state.findJob(name).ifPresent(queues::fire));
    }

    void onMesosConnected() {
        subscription.onConnected();
    }

    void onMesosDisconnected() {
        subscription.onDisconnected();
    }

    void onMesosEvent(Event event) {
        switch (event.getType()) {
            case SUBSCRIBED -> subscription.onSubscribed(event.getSubscribed().getFrameworkId());
            case ERROR -> subscription.onError(event.getError().getMessage());
            default -> subscription.whenReady(() -> onClusterEvent(event));
        }
    }

    private void onClusterEvent(Event event) {
        switch (event.getType()) {
            case OFFERS -> event.getOffers().getOffersList().forEach(this::onOffer);
            case RESCIND -> offers.remove(event.getRescind().getOfferId());
            case UPDATE -> updates.onUpdate(event.getUpdate().getStatus());
            case FAILURE -> onFailure(event.getFailure());
            default -> LOG.debug("{} concerns nobody here", event.getType());
        }
    }

    /** Mesos has refused a call. */
    void onRejected(Call call, int status, String reason) {
        LOG.warn("Mesos refused {} with {}: {}", call.getType(), status, reason);
        if (call.getType() == Call.Type.ACCEPT) {
            reconciler.askSoon();
        }
    }

    private void onOffer(Offer offer) {
        executors.learnFrom(offer);
        offers.add(offer);
        launcher.retryStarved();
    }

    private void onFailure(Event.Failure failure) {
        if (failure.hasExecutorId()) {
            offers.executorEnded(failure.getAgentId().getValue(), failure.getExecutorId().getValue());
            executors.ended(failure.getExecutorId().getValue());
        } else {
            executors.agentLost(failure.getAgentId().getValue());
        }
    }

    private void setConnected(boolean connected) {
        this.connected = connected;
        if (!connected) {
            offers.clear();
        }
        launcher.setConnected(connected);
        executors.setConnected(connected);
        reconciler.setConnected(connected);
        if (connected) {
            kills.resend();
        }
    }

    Census census() {
        int readyJobs = 0;
        int readyRuns = 0;
        int running = 0;
        int failover = 0;
        int disabled = 0;
        for (JobState job : state.jobs()) {
            readyJobs += job.ready == null ? 0 : 1;
            readyRuns += job.ready == null ? 0 : job.ready.count();
            running += job.tasks.size();
            failover += job.failover.size();
            disabled += job.registered && state.isDisabled(job) ? 1 : 0;
        }
        return new Census(readyJobs, readyRuns, running, failover, disabled, offers.size(), offers.oldest(), connected);
    }

    /** Launches nothing any more, while updates are still dealt with. */
    void stopLaunching() {
        launcher.stop();
    }

    /** Brings everything that has changed to what the registry says, and launches what can be launched. */
    void settle() {
        if (!folder.isLoaded() || writer.isHalted()) {
            return;
        }
        queues.admit();
        while (state.hasChanges()) {
            state.takeChangedApps().forEach(this::converge);
            state.takeChangedJobs().forEach(this::converge);
        }
        launcher.pass();
        records.flush();
    }

    private void converge(AppState app) {
        executors.converge(app, kills);
        disablements.look(app);
    }

    private void converge(JobState job) {
        try {
            jobs.converge(job);
        } catch (RuntimeException e) {
            // One job that cannot be dealt with must not keep the others from running (spec section 14.2).
            LOG.error("job {} cannot be dealt with until it changes", job.name(), e);
        }
    }
}
