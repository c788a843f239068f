package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.internal.mesos.StatusUpdate;
import io.jobdeck.executor.internal.mesos.StatusUpdates;
import io.jobdeck.executor.internal.mesos.UpdateState;
import io.jobdeck.executor.wire.FiringResult;
import io.jobdeck.executor.wire.Messages;
import io.jobdeck.executor.wire.TaskPayload;
import io.jobdeck.executor.wire.TriggerTaken;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that stays up and fires its cron itself, one firing at a time (spec section 9.4). A firing that comes due during
 * another runs right after it if it is late by less than {@link #LATEST}, else it is left out. A firing that somebody
 * asked for is made at once or right after the one under way, and is confirmed when it begins.
 */
final class DaemonTask extends Task {

    /** The misfire threshold of 2.1.5. */
    static final Duration LATEST = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(DaemonTask.class);
    private static final byte[] NO_DATA = {};

    private final WorkFactory works;
    private final CronTimer cron;
    private Optional<Work> work = Optional.empty();
    private boolean busy = true;
    private Optional<Instant> overdue = Optional.empty();
    private final Triggers triggers = new Triggers();

    DaemonTask(TaskPayload payload, WorkFactory works, CronTimer cron, TaskThreads threads, StatusUpdates updates) {
        super(payload, threads, updates);
        this.works = works;
        this.cron = cron;
    }

    @Override
    void begin() {
        execute(() -> {
            Work created = works.workOf(payload());
            cron.schedule(id(), payload().cron(), this::due);
            reportRunning("", NO_DATA);
            synchronized (this) {
                work = Optional.of(created);
            }
            return null;
        });
    }

    @Override
    void stopping() {
        cron.unschedule(id());
    }

    /** The first call makes the job's object, and only its failure ends the task. */
    @Override
    synchronized Optional<StatusUpdate> verdict(Optional<Throwable> thrown) {
        if (work.isEmpty()) {
            cron.unschedule(id());
            LOG.error("{} cannot be started", id(), thrown.orElse(null));
            return Optional.of(StatusUpdate.now(id(), UpdateState.TASK_FAILED,
                    thrown.map(FailureText::of).orElse("The daemon was not started.")));
        }
        return Optional.empty();
    }

    @Override
    void livesOn() {
        Optional<Instant> next;
        synchronized (this) {
            busy = false;
            if (fireTriggered()) {
                return;
            }
            next = overdue;
            overdue = Optional.empty();
        }
        next.ifPresent(this::catchUp);
    }

    /**
     * Fires because somebody asked for it, each trigger once. A firing that has begun is only confirmed again.
     *
     * @param triggerId names the trigger
     * @param jobParameter used for this firing; empty for the task's own
     */
    void fireNow(String triggerId, Optional<String> jobParameter) {
        synchronized (this) {
            if (!triggers.hasBegun(triggerId)) {
                triggers.add(new Triggers.Trigger(triggerId, jobParameter));
                fireTriggered();
                return;
            }
        }
        reportRunning("", new TriggerTaken(triggerId).toBytes());
    }

    private boolean fireTriggered() {
        Optional<Triggers.Trigger> next = busy ? Optional.empty() : triggers.take();
        next.ifPresent(trigger -> {
            busy = true;
            execute(() -> {
                synchronized (this) {
                    triggers.begin(trigger.id());
                }
                fire(new TriggerTaken(trigger.id()).toBytes(),
                        trigger.jobParameter().orElse(payload().jobParameter()));
                return null;
            });
        });
        return next.isPresent();
    }

    /** Fires; during another firing the newest of those that come due is kept for later. */
    void due(Instant scheduled) {
        synchronized (this) {
            if (busy) {
                overdue = Optional.of(scheduled);
                return;
            }
            busy = true;
        }
        execute(() -> {
            fire(NO_DATA, payload().jobParameter());
            return null;
        });
    }

    private void catchUp(Instant scheduled) {
        if (Duration.between(scheduled, Instant.now()).compareTo(LATEST) < 0) {
            due(scheduled);
        } else {
            LOG.warn("{} leaves out the firing of {}: the one before took too long", id(), scheduled);
        }
    }

    /** A firing that fails is told to the log and the scheduler; the daemon stays up for the next. */
    private void fire(byte[] occasion, String jobParameter) {
        reportRunning(Messages.BEGIN, occasion);
        try {
            runOnce(work.orElseThrow(), jobParameter);
            reportRunning(Messages.COMPLETE, NO_DATA);
        } catch (Throwable e) {
            failed(e);
        }
    }

    private void failed(Throwable thrown) {
        if (isStopping()) {
            LOG.debug("The firing of {} was cut short", id(), thrown);
            return;
        }
        LOG.error("A firing of {} failed", id(), thrown);
        reportRunning(Messages.COMPLETE, new FiringResult(false, FailureText.of(thrown)).toBytes());
    }
}
