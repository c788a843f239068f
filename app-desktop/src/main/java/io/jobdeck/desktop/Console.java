package io.jobdeck.desktop;

import io.jobdeck.desktop.action.AppActions;
import io.jobdeck.desktop.action.JobActions;
import io.jobdeck.desktop.action.OperationRunner;
import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.start.Opening;
import io.jobdeck.desktop.start.OpeningFailure;
import io.jobdeck.desktop.start.Shell;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.window.ClusterWindow;
import io.jobdeck.desktop.window.ConsoleActions;
import io.jobdeck.desktop.window.LastError;
import io.jobdeck.desktop.window.WindowCommands;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of the clusters in the window: opened and closed one at a time on a thread of its own, shown while they are
 * open. Interface thread only.
 */
final class Console {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final int STOP_SECONDS = 20;

    private final Tools tools;
    private final Shell shell;
    private final WindowCommands commands;
    private final Consumer<ClusterWindow> onShown;
    private final Consumer<String> onFailed;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "cluster-opening");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<ClosedOnce> open = new AtomicReference<>();
    private Optional<Shown> shown = Optional.empty();
    private int attempt;
    private boolean stopping;

    /**
     * What it works with.
     *
     * @param rules the server's rules, by which forms are checked
     */
    record Tools(Texts texts, Clock clock, UiExecutor ui, DialogService dialogs, Rules rules, LastError lastError) { }

    private record Shown(OperationRunner runner, ClusterWindow window) { }

    /**
     * @param onShown hears of every cluster that is shown
     * @param onFailed hears why one could not be opened
     */
    Console(Tools tools, Shell shell, WindowCommands commands, Consumer<ClusterWindow> onShown,
            Consumer<String> onFailed) {
        this.tools = tools;
        this.shell = shell;
        this.commands = commands;
        this.onShown = onShown;
        this.onFailed = onFailed;
    }

    /** Leaves the cluster that is shown, if any, and opens another one. */
    void open(Opening opening) {
        if (stopping) {
            return;
        }
        int mine = ++attempt;
        leave();
        shell.showStarting();
        worker.execute(() -> {
            try {
                Connection connection = opening.open(step -> tools.ui().run(() -> progress(mine, step)));
                tools.ui().run(() -> opened(mine, connection));
            } catch (OpeningFailure failure) {
                LOG.warn("The cluster cannot be opened: {}", failure.getMessage(), failure);
                tools.ui().run(() -> failed(mine, failure.getMessage(), opening.embedded()));
            } catch (RuntimeException unexpected) {
                LOG.error("The cluster cannot be opened", unexpected);
                tools.ui().run(() -> failed(mine, tools.texts().get("start.unexpected"), opening.embedded()));
            }
        });
    }

    /** Leaves the cluster that is shown, if any, and shows one that is open already. */
    void take(Connection connection) {
        int mine = ++attempt;
        leave();
        opened(mine, connection);
    }

    /** Leaves the cluster that is shown and waits for its end, for a bounded time; then calls back on any thread. */
    void stop(Runnable stopped) {
        if (stopping) {
            return;
        }
        stopping = true;
        attempt++;
        shell.showStopping();
        leave();
        worker.shutdown();
        Thread waiting = new Thread(() -> {
            awaitWorker();
            stopped.run();
        }, "console-stopping");
        waiting.start();
    }

    private void awaitWorker() {
        try {
            if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The cluster did not stop within {} s; the next start takes over what is left.", STOP_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void progress(int mine, String step) {
        if (mine == attempt) {
            shell.showStep(step);
        }
    }

    private void failed(int mine, String cause, boolean embedded) {
        if (mine == attempt) {
            shell.showFailure(cause, embedded);
            onFailed.accept(cause);
        }
    }

    private void opened(int mine, Connection connection) {
        if (mine != attempt) {
            close(connection);
            return;
        }
        OperationRunner runner = new OperationRunner(tools.ui(), tools.dialogs(), tools.texts());
        ClusterWindow window = new ClusterWindow(connection, model -> new ConsoleActions(
                new JobActions(connection, model, tools.rules(), tools.dialogs(), runner, tools.texts()).all(),
                new AppActions(connection, model, tools.rules(), tools.dialogs(), runner, tools.texts()).all()),
                tools.texts(), tools.clock(), tools.ui(), tools.lastError(), commands);
        open.set(new ClosedOnce(connection));
        shown = Optional.of(new Shown(runner, window));
        shell.showCluster(window.window().root());
        window.start();
        onShown.accept(window);
    }

    private void leave() {
        shown.ifPresent(last -> {
            last.window().close();
            last.runner().close();
        });
        shown = Optional.empty();
        ClosedOnce last = open.get();
        if (last != null) {
            worker.execute(last::close);
        }
    }

    /**
     * Closes the cluster that is open, if any, for an end that the window was not asked for. Returns when that is done or
     * has taken too long. On any thread but the interface thread.
     */
    void closeOpen() {
        ClosedOnce last = open.get();
        if (last == null) {
            return;
        }
        Thread closing = new Thread(last::close, "cluster-closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A cluster that nobody waits for any more is closed, also after the worker has been told to finish. */
    private static void close(Connection connection) {
        new Thread(new ClosedOnce(connection)::close, "cluster-closing").start();
    }

    /** A connection that several threads may want to close; the later ones wait until it is closed. */
    private static final class ClosedOnce {

        private final Connection connection;
        private boolean closed;

        ClosedOnce(Connection connection) {
            this.connection = connection;
        }

        synchronized void close() {
            if (closed) {
                return;
            }
            closed = true;
            try {
                connection.close();
            } catch (RuntimeException failure) {
                LOG.warn("{} did not close in order", connection.title(), failure);
            }
        }
    }
}
