package io.jobdeck.scheduler.embedded.agent;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running processes of one run: a launcher and what it has started. It outlives this program.
 *
 * <p>Methods return at once unless they say otherwise, and may be called from any thread; the workers send the signals.
 */
final class Container {

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);
    private static final Duration LAUNCHER_MAY_LINGER = Duration.ofSeconds(2);
    private static final int ROUNDS = 100;
    private static final Duration ROUND = Duration.ofMillis(20);

    private final String id;
    private final ProcessHandle launcher;
    private final ProcessTree tree;
    private final Executor workers;

    Container(String id, ProcessHandle launcher, Executor workers) {
        this.id = id;
        this.launcher = launcher;
        this.tree = new ProcessTree(id);
        this.workers = workers;
    }

    /** Returns the process id of the launcher. */
    long pid() {
        return launcher.pid();
    }

    /** Returns what completes when the launcher has ended. */
    CompletableFuture<ProcessHandle> onExit() {
        return launcher.onExit();
    }

    /** Asks all processes to end (SIGTERM); the launcher ends with them. */
    void terminate() {
        workers.execute(() -> tree.below(launcher).forEach(ProcessHandle::destroy));
    }

    /** Ends all processes (SIGKILL). The launcher ends last, so that it can note how they ended. */
    void kill() {
        workers.execute(this::killNow);
    }

    private void killNow() {
        long deadline = System.nanoTime() + LAUNCHER_MAY_LINGER.toNanos();
        while (launcher.isAlive() && System.nanoTime() < deadline) {
            tree.below(launcher).forEach(ProcessHandle::destroyForcibly);
            awaitEnd(launcher);
        }
        launcher.destroyForcibly();
        killRest();
    }

    /** Ends what the launcher has left behind. Blocks until nothing is left or it is clear that something stays. */
    void killRest() {
        killAll(id, () -> tree.below(launcher));
    }

    /** Ends the processes of a run whose launcher is not known any more. Blocks as {@link #killRest} does. */
    static void killStrays(String container) {
        killAll(container, new ProcessTree(container)::strays);
    }

    private static void killAll(String container, Supplier<List<ProcessHandle>> processes) {
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> rest = processes.get();
            if (rest.isEmpty()) {
                return;
            }
            rest.forEach(ProcessHandle::destroyForcibly);
            awaitEnd(rest.get(0));
        }
        LOG.warn("processes of container {} are still there after SIGKILL", container);
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(ROUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.trace("process {} still runs", process.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
