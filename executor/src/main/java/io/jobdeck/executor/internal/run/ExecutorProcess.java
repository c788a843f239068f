package io.jobdeck.executor.internal.run;

import io.jobdeck.executor.internal.mesos.AgentListener;
import io.jobdeck.executor.internal.mesos.AgentSession;
import io.jobdeck.executor.internal.mesos.SessionEnd;
import io.jobdeck.executor.wire.FireNow;
import io.jobdeck.executor.wire.Messages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An executor from its first subscription to its end: does what the agent and the scheduler ask, and ends within the
 * grace period when told to, tasks first.
 */
public final class ExecutorProcess implements AgentListener {

    /** Ended because it was told to. */
    public static final int EXIT_AS_TOLD = 0;

    /** Ended because the agent is gone or refuses this executor. */
    public static final int EXIT_WITHOUT_AGENT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(ExecutorProcess.class);

    private final AgentSession session;
    private final TaskRunner runner;
    private final Duration gracePeriod;
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private boolean ending;

    /**
     * @param session the standing with the agent, not yet started
     * @param runner runs the tasks, and reports to the session
     * @param gracePeriod how long the agent waits after SHUTDOWN
     */
    public ExecutorProcess(AgentSession session, TaskRunner runner, Duration gracePeriod) {
        this.session = session;
        this.runner = runner;
        this.gracePeriod = gracePeriod;
    }

    /**
     * Runs until the end.
     *
     * @return exit code for the process
     */
    public int run() {
        session.start(this);
        return exitCode.join();
    }

    /** Ends as on SHUTDOWN, from any thread, and waits for the end, no longer than the grace period. */
    public void stop(String why) {
        session.run(() -> end(why, EXIT_AS_TOLD));
        exitCode.completeOnTimeout(EXIT_AS_TOLD, gracePeriod.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    @Override
    public void launch(String taskId, byte[] data) {
        runner.launch(taskId, data);
    }

    @Override
    public void kill(String taskId, Optional<Duration> killGracePeriod) {
        runner.kill(taskId, killGracePeriod.orElse(gracePeriod));
    }

    @Override
    public void message(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        if (Messages.STOP.equals(text)) {
            end("The scheduler told the executor to stop.", EXIT_AS_TOLD);
            return;
        }
        FireNow.fromBytes(data).ifPresentOrElse(runner::fireNow,
                () -> LOG.warn("A message of {} bytes from the scheduler is not understood", data.length));
    }

    @Override
    public void end(SessionEnd reason) {
        end(reason.text() + ".", reason.kind() == SessionEnd.Kind.SHUTDOWN ? EXIT_AS_TOLD : EXIT_WITHOUT_AGENT);
    }

    private void end(String why, int code) {
        if (ending) {
            return;
        }
        ending = true;
        LOG.info("Ending: {}", why);
        runner.stopAll(why, gracePeriod)
                .thenCompose(stopped -> session.allAcknowledged())
                .completeOnTimeout(null, StopPlan.within(gracePeriod).exitAfter().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((nothing, failure) -> exitCode.complete(code));
    }
}
