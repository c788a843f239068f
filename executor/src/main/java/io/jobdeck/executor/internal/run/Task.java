package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.internal.mesos.StatusUpdate;
import io.jobdeck.executor.internal.mesos.StatusUpdates;
import io.jobdeck.executor.internal.mesos.UpdateState;
import io.jobdeck.executor.job.ShardingContext;
import io.jobdeck.executor.wire.TaskPayload;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One task from its launch to its one terminal update. Its updates are given in order, and none after the terminal one.
 *
 * <p>Stopping follows a {@link StopPlan}: signal, interrupt, force, give up. TASK_KILLED is sent when the code has stopped,
 * or is given up.
 */
abstract class Task {

    private static final Logger LOG = LoggerFactory.getLogger(Task.class);

    private final TaskPayload payload;
    private final TaskThreads threads;
    private final StatusUpdates updates;
    private final Cancellation cancellation = new Cancellation();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Phase phase = Phase.LIVE;
    private String stopReason = "";
    private Optional<Execution> execution = Optional.empty();

    private enum Phase {
        LIVE, STOPPING, ENDED
    }

    Task(TaskPayload payload, TaskThreads threads, StatusUpdates updates) {
        this.payload = payload;
        this.threads = threads;
        this.updates = updates;
    }

    /** Begins the task. Returns at once. */
    abstract void begin();

    /** Called at once when the task is to stop. Nothing to do for a task that waits for nothing but its code. */
    void stopping() {
    }

    /**
     * Says what a call that ended means for the task, unless the task is stopping, in which case it is killed.
     *
     * @param thrown what user code threw, if anything
     * @return the terminal update; empty if the task lives on
     */
    abstract Optional<StatusUpdate> verdict(Optional<Throwable> thrown);

    /** Called after a call has ended and the task lives on. Nothing to do for a task that ends with its only call. */
    void livesOn() {
    }

    final String id() {
        return payload.taskId();
    }

    final TaskPayload payload() {
        return payload;
    }

    /** Completes when the terminal update has been given to the session. */
    final CompletableFuture<Void> ended() {
        return ended;
    }

    /**
     * Stops the task. Returns at once; a task that is stopping already is left to it.
     *
     * @param why one line for people
     * @param gracePeriod how long it may take until the task is given up
     */
    final void stop(String why, Duration gracePeriod) {
        Optional<Execution> running;
        synchronized (this) {
            if (phase != Phase.LIVE) {
                return;
            }
            phase = Phase.STOPPING;
            stopReason = why;
            running = execution;
        }
        LOG.info("Stopping {}: {}", id(), why);
        stopping();
        threads.aside(cancellation::cancel);
        if (running.isEmpty() || running.get().withdraw()) {
            end(killed(why));
        } else {
            follow(StopPlan.within(gracePeriod), running.get());
        }
    }

    final synchronized boolean isStopping() {
        return phase != Phase.LIVE;
    }

    /** Calls user code on a task thread, unless the task is stopping. */
    final void execute(Callable<Void> code) {
        Execution next = new Execution(payload, threads, code, this::executionEnded);
        synchronized (this) {
            if (phase != Phase.LIVE) {
                return;
            }
            execution = Optional.of(next);
            next.start();
        }
    }

    /** Runs the job once, on the calling thread. */
    final void runOnce(Work work, String jobParameter) throws Exception {
        work.run(ShardingContext.of(payload.jobName(), cancellation)
                .taskId(payload.taskId())
                .item(payload.shardingItem(), payload.shardingTotalCount(), payload.shardingParameter())
                .jobParameter(jobParameter)
                .build(), cancellation);
    }

    /** Sends a TASK_RUNNING update, unless the task has ended. */
    final void reportRunning(String message, byte[] data) {
        synchronized (this) {
            if (phase != Phase.ENDED) {
                updates.send(StatusUpdate.now(id(), UpdateState.TASK_RUNNING, message, data));
            }
        }
    }

    private void executionEnded(Optional<Throwable> thrown) {
        Optional<StatusUpdate> terminal;
        synchronized (this) {
            if (phase == Phase.ENDED) {
                return;
            }
            execution = Optional.empty();
            terminal = phase == Phase.STOPPING ? Optional.of(killed(stopReason)) : verdict(thrown);
            terminal.ifPresent(this::send);
        }
        if (terminal.isPresent()) {
            ended.complete(null);
        } else {
            livesOn();
        }
    }

    private void follow(StopPlan plan, Execution running) {
        threads.after(plan.interruptAfter(), running::interrupt);
        threads.after(plan.forceAfter(), () -> threads.aside(cancellation::force));
        threads.after(plan.giveUpAfter(), () -> {
            if (running.giveUp()) {
                LOG.warn("{} did not stop within {}, its thread is given up", id(), plan.giveUpAfter());
                end(killed("%s The code did not stop within %d ms and was given up."
                        .formatted(stopReason, plan.giveUpAfter().toMillis())));
            }
        });
    }

    private StatusUpdate killed(String why) {
        return StatusUpdate.now(id(), UpdateState.TASK_KILLED, why);
    }

    private void end(StatusUpdate terminal) {
        synchronized (this) {
            if (phase == Phase.ENDED) {
                return;
            }
            send(terminal);
        }
        ended.complete(null);
    }

    /** Sent under the lock, so that no other update of the task can overtake it. */
    private void send(StatusUpdate terminal) {
        phase = Phase.ENDED;
        updates.send(terminal);
    }
}
