package io.jobdeck.executor.internal.mesos;

import io.jobdeck.executor.internal.mesos.AgentTransport.Answer;
import io.jobdeck.executor.internal.mesos.AgentTransport.EventStream;
import io.jobdeck.executor.internal.mesos.SessionEnd.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The executor's standing with its agent, over any number of connections.
 *
 * <p>Updates are kept until the agent has acknowledged them. When a connection is lost and the executor checkpoints, the
 * session subscribes again, with random pauses up to the longest the agent allows, until the recovery time-out has run
 * out; the new SUBSCRIBE carries what the agent has not acknowledged (Mesos documentation, "Executor HTTP API", section
 * "Disconnections"). Without checkpointing the end of the connection is the end of the session.
 *
 * <p>All state belongs to one thread, which also calls the listener. Public methods may be called from any thread.
 */
public final class AgentSession implements StatusUpdates, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AgentSession.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

    private final ExecutorEnvironment environment;
    private final AgentTransport transport;
    private final CallWriter calls;
    private final ScheduledThreadPoolExecutor thread;
    private final Unacknowledged unacknowledged = new Unacknowledged();
    private final List<CompletableFuture<Void>> waitingForAcknowledgement = new ArrayList<>();
    private AgentListener listener;
    private State state = State.DISCONNECTED;
    private int subscription;
    private boolean callInFlight;
    private boolean endReported;
    private Optional<Future<?>> recoveryDeadline = Optional.empty();

    private enum State {
        DISCONNECTED, SUBSCRIBING, SUBSCRIBED, OVER
    }

    /** @param environment what the agent said when it started this executor */
    public AgentSession(ExecutorEnvironment environment) {
        this(environment, new HttpAgentTransport(environment.endpoint()));
    }

    AgentSession(ExecutorEnvironment environment, AgentTransport transport) {
        this.environment = environment;
        this.transport = transport;
        this.calls = new CallWriter(environment.frameworkId(), environment.executorId());
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread created = new Thread(task, "jobdeck-agent-session");
            created.setDaemon(true);
            return created;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
    }

    /**
     * Subscribes, and goes on doing so until the session is over or closed.
     *
     * @param agentListener does what the agent asks
     */
    public void start(AgentListener agentListener) {
        onThread(() -> {
            listener = agentListener;
            subscribe();
        });
    }

    /** Runs a short action on the thread that calls the listener. */
    public void run(Runnable action) {
        onThread(action);
    }

    @Override
    public void send(StatusUpdate update) {
        onThread(() -> {
            unacknowledged.addUpdate(update);
            sendNext();
        });
    }

    /** Returns a future that completes when the agent has acknowledged every update, or is gone for good. */
    public CompletableFuture<Void> allAcknowledged() {
        CompletableFuture<Void> future = new CompletableFuture<>();
        onThread(() -> {
            waitingForAcknowledgement.add(future);
            tellIfAllAcknowledged();
        });
        return future;
    }

    /** Ends the connection and the thread. What the agent has not acknowledged is lost. */
    @Override
    public void close() {
        thread.shutdownNow();
        transport.close();
    }

    private void subscribe() {
        if (state != State.DISCONNECTED) {
            return;
        }
        state = State.SUBSCRIBING;
        subscription++;
        transport.subscribe(calls.subscribe(unacknowledged.tasks(), unacknowledged.updates()), new Stream(subscription));
        unacknowledged.markAllSent();
    }

    private void handle(AgentEvent event) {
        if (event instanceof AgentEvent.Subscribed subscribed) {
            subscribed(subscribed);
        } else if (event instanceof AgentEvent.Launch launch) {
            unacknowledged.addTask(launch.taskId(), launch.info());
            listener.launch(launch.taskId(), launch.data());
        } else if (event instanceof AgentEvent.LaunchGroup group) {
            group.taskIds().forEach(this::refuseGrouped);
        } else if (event instanceof AgentEvent.Kill kill) {
            listener.kill(kill.taskId(), kill.gracePeriod());
        } else if (event instanceof AgentEvent.Acknowledged acknowledged) {
            unacknowledged.acknowledge(acknowledged.taskId(), acknowledged.uuid());
            tellIfAllAcknowledged();
        } else if (event instanceof AgentEvent.Message message) {
            listener.message(message.data());
        } else if (event instanceof AgentEvent.Shutdown) {
            shutdown();
        } else if (event instanceof AgentEvent.Failure failure) {
            over(Kind.REFUSED, "The agent reports an error: " + failure.message());
        } else {
            LOG.debug("Nothing to do for {}", event);
        }
    }

    private void subscribed(AgentEvent.Subscribed event) {
        LOG.info("Subscribed as {} with agent {} on {}", environment.executorId(), event.agentId(), event.agentHost());
        subscribed();
    }

    /** An executor that comes too late for its only task hears SHUTDOWN on a new stream, and no SUBSCRIBED. */
    private void shutdown() {
        subscribed();
        reportEnd(Kind.SHUTDOWN, "The agent told the executor to end");
    }

    private void subscribed() {
        state = State.SUBSCRIBED;
        recoveryDeadline.ifPresent(deadline -> deadline.cancel(false));
        recoveryDeadline = Optional.empty();
        sendNext();
    }

    private void refuseGrouped(String taskId) {
        LOG.warn("Task {} came in a task group, which this executor does not run", taskId);
        unacknowledged.addUpdate(StatusUpdate.now(taskId, UpdateState.TASK_FAILED,
                "This executor runs single tasks only, not task groups."));
        sendNext();
    }

    private void sendNext() {
        if (state != State.SUBSCRIBED || callInFlight) {
            return;
        }
        unacknowledged.nextToSend().ifPresent(update -> {
            callInFlight = true;
            int sentOn = subscription;
            transport.call(calls.update(update)).whenComplete((answer, failure) ->
                    onThread(() -> answered(update, sentOn, answer, failure)));
        });
    }

    private void answered(StatusUpdate update, int sentOn, Answer answer, Throwable failure) {
        callInFlight = false;
        if (failure != null || answer.isTemporary()) {
            LOG.debug("{} was not taken, will be sent again: {}", update, failure == null ? answer : failure);
            later(pause(), this::sendNext);
            return;
        }
        if (!answer.isAccepted()) {
            LOG.error("The agent refuses {}: {} {}", update, answer.status(), answer.text());
            unacknowledged.forget(update.uuid());
            tellIfAllAcknowledged();
        } else if (sentOn == subscription) {
            unacknowledged.markSent(update);
        }
        sendNext();
    }

    private void refused(Answer answer) {
        if (answer.isTemporary()) {
            disconnected("the agent answers %d %s".formatted(answer.status(), answer.text()));
        } else {
            over(Kind.REFUSED, "The agent refuses this executor: %d %s".formatted(answer.status(), answer.text()));
        }
    }

    private void disconnected(String why) {
        if (state == State.OVER) {
            return;
        }
        unacknowledged.markNoneSent();
        if (!environment.checkpoint()) {
            over(Kind.AGENT_GONE, "Not connected to the agent, and not to wait for it: " + why);
            return;
        }
        if (recoveryDeadline.isEmpty()) {
            LOG.warn("Not connected to the agent, subscribing again for up to {}: {}", environment.recoveryTimeout(), why);
            recoveryDeadline = Optional.of(later(environment.recoveryTimeout(), () -> over(Kind.AGENT_GONE,
                    "The agent did not come back within " + environment.recoveryTimeout())));
        }
        state = State.DISCONNECTED;
        later(pause(), this::subscribe);
    }

    private void over(Kind kind, String text) {
        state = State.OVER;
        tellIfAllAcknowledged();
        reportEnd(kind, text);
    }

    private void reportEnd(Kind kind, String text) {
        if (!endReported) {
            endReported = true;
            listener.end(new SessionEnd(kind, text));
        }
    }

    private void tellIfAllAcknowledged() {
        if (state == State.OVER || !unacknowledged.hasUpdates()) {
            waitingForAcknowledgement.forEach(waiting -> waiting.complete(null));
            waitingForAcknowledgement.clear();
        }
    }

    /** Random, so that the executors of an agent that returns do not all come at once. */
    private Duration pause() {
        long longest = Math.max(environment.subscriptionBackoffMax().toMillis(), 1);
        long shortest = Math.min(SHORTEST_PAUSE.toMillis(), longest);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(shortest, longest + 1));
    }

    private Future<?> later(Duration delay, Runnable action) {
        return thread.schedule(guarded(action), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void onThread(Runnable action) {
        try {
            thread.execute(guarded(action));
        } catch (RejectedExecutionException e) {
            LOG.debug("The session is closed, nothing more is sent or heard", e);
        }
    }

    private static Runnable guarded(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RejectedExecutionException e) {
                LOG.debug("The session was closed meanwhile", e);
            } catch (RuntimeException e) {
                LOG.error("The session with the agent goes on after an unexpected error", e);
            }
        };
    }

    /** One subscription. What a former one still has to say is not heard. */
    private final class Stream implements EventStream {

        private final int number;

        Stream(int number) {
            this.number = number;
        }

        @Override
        public void event(byte[] record) {
            ifCurrent(() -> {
                try {
                    handle(EventReader.read(record));
                } catch (IllegalArgumentException e) {
                    LOG.error("An event of the agent is left out", e);
                }
            });
        }

        @Override
        public void refused(Answer answer) {
            ifCurrent(() -> AgentSession.this.refused(answer));
        }

        @Override
        public void ended(String why) {
            ifCurrent(() -> disconnected(why));
        }

        private void ifCurrent(Runnable action) {
            onThread(() -> {
                if (number == subscription && state != State.OVER) {
                    action.run();
                }
            });
        }
    }
}
