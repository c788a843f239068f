package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.ReconcileRequest;
import io.jobdeck.scheduler.model.TaskId;
import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the master for the state of tasks whenever what is known of them may be out of date: at every subscription, on a
 * timer, and for launches that nothing has been heard of. Tasks that stay out of sight are given up after a time.
 */
final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private static final Duration ASK_SILENT = Duration.ofSeconds(30);
    private static final Duration LOOK_FOR_LOST = Duration.ofSeconds(5);
    private static final Duration ASK_SOON = Duration.ofSeconds(1);
    private static final Duration SILENT_LAUNCH = Duration.ofSeconds(30);
    private static final Duration UNKNOWN_LIMIT = Duration.ofMinutes(1);
    /** A master answers one call in one go; several leave it time for others between. */
    private static final int MOST_AT_ONCE = 1000;

    private final ClusterState state;
    private final MesosCalls mesos;
    private final StatusUpdates updates;
    private final OutOfSight outOfSight;
    private final Loop loop;
    private final SchedulingOptions options;
    private boolean connected;

    Reconciler(ClusterState state, MesosCalls mesos, StatusUpdates updates, OutOfSight outOfSight, Loop loop,
            SchedulingOptions options) {
        this.state = state;
        this.mesos = mesos;
        this.updates = updates;
        this.outOfSight = outOfSight;
        this.loop = loop;
        this.options = options;
    }

    void start() {
        loop.after(ASK_SILENT, this::askAboutSilent);
        loop.after(LOOK_FOR_LOST, this::lookForLost);
        options.reconcileInterval().ifPresent(interval -> loop.after(interval, () -> everyInterval(interval)));
    }

    void setConnected(boolean connected) {
        this.connected = connected;
        if (connected) {
            outOfSight.clear();
            reconcileAll();
        }
    }

    /** Somebody wants tasks compared. Without a connection it is done with the next, which begins with comparing all. */
    void request(ReconcileRequest request) {
        if (!connected) {
            return;
        }
        LOG.info("{} asked for {} reconciliation", request.by(), request.kind());
        switch (request.kind()) {
            case EXPLICIT -> reconcileKnown();
            case IMPLICIT -> mesos.reconcile(List.of());
        }
    }

    /** A launch may have come to nothing: the master is asked about all launches that have not been heard of. */
    void askSoon() {
        loop.after(ASK_SOON, () -> {
            if (connected) {
                reconcile(ids(state.tasks().in(TaskState.STAGING)));
            }
        });
    }

    private void everyInterval(Duration interval) {
        if (connected) {
            reconcileAll();
        }
        loop.after(interval, () -> everyInterval(interval));
    }

    private void reconcileAll() {
        reconcileKnown();
        mesos.reconcile(List.of());
    }

    /** Asks about every task that has a record, and about those that were given up and may be back. */
    private void reconcileKnown() {
        List<TaskId> tasks = new ArrayList<>();
        for (JobState job : state.jobs()) {
            job.tasks.values().forEach(task -> tasks.add(task.taskId()));
            tasks.addAll(job.lostTasks.keySet());
        }
        reconcile(tasks);
    }

    private void reconcile(List<TaskId> tasks) {
        List<TaskId> sent = tasks.stream().filter(task -> !state.unsent().contains(task)).toList();
        for (int from = 0; from < sent.size(); from += MOST_AT_ONCE) {
            mesos.reconcile(sent.subList(from, Math.min(sent.size(), from + MOST_AT_ONCE)));
        }
    }

    private static List<TaskId> ids(List<TaskRecord> tasks) {
        return tasks.stream().map(TaskRecord::taskId).toList();
    }

    private void askAboutSilent() {
        Instant now = loop.clock().instant();
        if (connected) {
            List<TaskRecord> asked = new ArrayList<>(state.tasks().in(TaskState.STAGING).stream()
                    .filter(task -> isOlder(task, now, SILENT_LAUNCH))
                    .toList());
            // An agent that is back without them says nothing of them by itself.
            asked.addAll(state.tasks().in(TaskState.UNREACHABLE));
            asked.addAll(state.tasks().in(TaskState.UNKNOWN));
            reconcile(ids(asked));
        }
        loop.after(ASK_SILENT, this::askAboutSilent);
    }

    private void lookForLost() {
        if (connected) {
            giveUp(loop.clock().instant());
        }
        loop.after(LOOK_FOR_LOST, this::lookForLost);
    }

    private void giveUp(Instant now) {
        for (TaskRecord task : state.tasks().in(TaskState.UNREACHABLE)) {
            Duration limit = unreachableLimit(task);
            if (isLost(task, now, limit)) {
                giveUp(task, "its agent has been unreachable for " + limit.toSeconds() + " s");
            }
        }
        for (TaskRecord task : state.tasks().in(TaskState.UNKNOWN)) {
            if (isLost(task, now, UNKNOWN_LIMIT)) {
                giveUp(task, "the master has known nothing of it for " + UNKNOWN_LIMIT.toSeconds() + " s");
            }
        }
    }

    private boolean isLost(TaskRecord task, Instant now, Duration limit) {
        return isOlder(task, now, limit) && outOfSight.contains(task.taskId());
    }

    private Duration unreachableLimit(TaskRecord task) {
        return state.findJob(task.metaInfo().jobName()).flatMap(job -> job.config)
                .map(options.policy()::unreachableLimitOf)
                .orElse(options.policy().unreachableLimit());
    }

    private void giveUp(TaskRecord task, String why) {
        state.findJob(task.metaInfo().jobName()).ifPresent(job -> updates.giveUp(job, task, why));
    }

    private static boolean isOlder(TaskRecord task, Instant now, Duration limit) {
        return Duration.between(task.since(), now).compareTo(limit) >= 0;
    }
}
