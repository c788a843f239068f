package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.model.TaskRecord;
import io.jobdeck.scheduler.model.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Asks the master for the state of tasks whenever what is known of them may be out of date: at every subscription, on a
 * timer, and for launches that nothing has been heard of. Tasks that stay out of sight are given up after a time.
 */
final class Reconciler {

    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration ASK_SOON = Duration.ofSeconds(1);
    private static final Duration SILENT_LAUNCH = Duration.ofSeconds(30);
    private static final Duration UNKNOWN_LIMIT = Duration.ofMinutes(1);

    private final ClusterState state;
    private final MesosCalls mesos;
    private final StatusUpdates updates;
    private final Loop loop;
    private final SchedulingOptions options;
    private boolean connected;

    Reconciler(ClusterState state, MesosCalls mesos, StatusUpdates updates, Loop loop, SchedulingOptions options) {
        this.state = state;
        this.mesos = mesos;
        this.updates = updates;
        this.loop = loop;
        this.options = options;
    }

    void start() {
        loop.after(LOOK, this::look);
        options.reconcileInterval().ifPresent(interval -> loop.after(interval, () -> everyInterval(interval)));
    }

    void setConnected(boolean connected) {
        this.connected = connected;
        if (connected) {
            reconcileAll();
        }
    }

    /** A launch may have come to nothing: the master is asked about all launches that have not been heard of. */
    void askSoon() {
        loop.after(ASK_SOON, () -> {
            if (connected) {
                reconcile(state.tasks().in(TaskState.STAGING));
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
        reconcile(state.jobs().stream().flatMap(job -> job.tasks.values().stream()).toList());
        mesos.reconcile(List.of());
    }

    private void reconcile(List<TaskRecord> tasks) {
        if (!tasks.isEmpty()) {
            mesos.reconcile(tasks);
        }
    }

    private void look() {
        Instant now = loop.clock().instant();
        if (connected) {
            reconcile(state.tasks().in(TaskState.STAGING).stream()
                    .filter(task -> isOlder(task, now, SILENT_LAUNCH))
                    .toList());
            giveUp(now);
        }
        loop.after(LOOK, this::look);
    }

    private void giveUp(Instant now) {
        for (TaskRecord task : state.tasks().in(TaskState.UNREACHABLE)) {
            if (isOlder(task, now, options.policy().unreachableLimit())) {
                giveUp(task, "its agent has been unreachable for " + options.policy().unreachableLimit().toSeconds() + " s");
            }
        }
        for (TaskRecord task : state.tasks().in(TaskState.UNKNOWN)) {
            if (isOlder(task, now, UNKNOWN_LIMIT)) {
                giveUp(task, "the master has known nothing of it for " + UNKNOWN_LIMIT.toSeconds() + " s");
            }
        }
    }

    private void giveUp(TaskRecord task, String why) {
        state.findJob(task.metaInfo().jobName()).ifPresent(job -> updates.giveUp(job, task, why));
    }

    private static boolean isOlder(TaskRecord task, Instant now, Duration limit) {
        return Duration.between(task.since(), now).compareTo(limit) > 0;
    }
}
