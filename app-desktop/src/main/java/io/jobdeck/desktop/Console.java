package io.jobdeck.desktop;

import io.jobdeck.desktop.action.Rules;
import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.frame.ClusterTab;
import io.jobdeck.desktop.frame.ConsoleFrame;
import io.jobdeck.desktop.preferences.WindowMemory;
import io.jobdeck.desktop.profile.KeyRing;
import io.jobdeck.desktop.profile.Secrets;
import io.jobdeck.desktop.start.Opening;
import io.jobdeck.desktop.start.Pages;
import io.jobdeck.desktop.start.WaysOn;
import io.jobdeck.desktop.table.TableTools;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.desktop.window.ClusterWindow;
import io.jobdeck.desktop.window.LastError;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clusters that are open, each in a tab of its own. Interface thread only, but for what says otherwise. */
final class Console {

    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final int STOP_SECONDS = 20;

    private final Tools tools;
    private final ConsoleFrame frame;
    private final Hearers hearers;
    private final Lanes lanes = new Lanes();
    private final List<ClusterSession> sessions = new CopyOnWriteArrayList<>();
    private boolean stopping;

    /**
     * What it works with.
     *
     * @param rules the server's rules, by which forms are checked
     * @param keyRing where secrets may be kept
     * @param tables makes what the tables of the cluster of that name have in common
     * @param memory what is remembered of how windows are used
     */
    record Tools(Texts texts, Clock clock, UiExecutor ui, DialogService dialogs, Rules rules, KeyRing keyRing,
            Function<String, TableTools> tables, WindowMemory memory) { }

    /**
     * Who hears of clusters.
     *
     * @param onShown hears of every cluster that is shown
     * @param onFailed hears why one could not be opened
     * @param onEdit hears that a person wants to change a connection that leads nowhere
     * @param onKept hears whether the key ring keeps the secrets of a connection from now on
     */
    record Hearers(BiConsumer<Opening, ClusterWindow> onShown, Consumer<String> onFailed,
            Consumer<ConnectionProfile> onEdit, BiConsumer<ConnectionProfile, Boolean> onKept) { }

    Console(Tools tools, ConsoleFrame frame, Hearers hearers) {
        this.tools = tools;
        this.frame = frame;
        this.hearers = hearers;
    }

    /**
     * Opens a cluster in a tab of its own, or turns to its tab if it has one.
     *
     * @param secrets those of its secrets that are known
     */
    void open(Opening opening, Secrets secrets) {
        if (stopping) {
            return;
        }
        Optional<ClusterTab> there = tab(opening.profile().id());
        if (there.isPresent()) {
            frame.select(there.get());
            return;
        }
        ClusterSession session = new ClusterSession(opening, secrets, tools, lanes.of(opening.profile().id()),
                new ClusterSession.Hearers((shown, window) -> hearers.onShown().accept(opening, window),
                        hearers.onFailed(), this::close, hearers.onKept(), this::waysOn));
        sessions.add(session);
        frame.add(session.tab());
        session.open();
    }

    private Optional<ClusterTab> tab(String id) {
        return frame.tabs().stream().filter(tab -> tab.profile().id().equals(id)).findFirst();
    }

    /** Returns whether the connection of that id has a tab. */
    boolean isOpen(String id) {
        return tab(id).isPresent();
    }

    /** Opens a cluster anew, in place of what its tab shows. */
    void reopen(Opening opening, Secrets secrets) {
        sessions.stream().filter(session -> frame.tabs().contains(session.tab()))
                .filter(session -> session.tab().profile().id().equals(opening.profile().id()))
                .findFirst().ifPresent(this::close);
        open(opening, secrets);
    }

    private WaysOn waysOn(ClusterSession failed) {
        return new WaysOn() {

            @Override
            public void retry() {
                failed.open();
            }

            @Override
            public void giveSecrets() {
                failed.giveSecrets();
            }

            @Override
            public void edit() {
                hearers.onEdit().accept(failed.tab().profile());
            }

            @Override
            public void close() {
                Console.this.close(failed);
            }
        };
    }

    private void close(ClusterSession session) {
        if (stopping) {
            return;
        }
        frame.remove(session.tab());
        session.leave();
        lanes.of(session.tab().profile().id()).execute(() -> sessions.remove(session));
    }

    /** Returns the secrets of the clusters that are open or being opened. */
    Collection<String> secrets() {
        return sessions.stream().flatMap(session -> session.secrets().all()).toList();
    }

    /** Returns what went wrong last in the cluster in front, if one is open. */
    Optional<LastError> lastError() {
        return frame.frontProperty().get().flatMap(front -> sessions.stream()
                .filter(session -> session.tab() == front).findFirst()).map(ClusterSession::lastError);
    }

    /** Leaves all clusters and waits for their ends, for a bounded time; then calls back on any thread. */
    void stop(Runnable stopped) {
        if (stopping) {
            return;
        }
        stopping = true;
        frame.showStopping(new Pages(tools.texts()).stopping());
        sessions.forEach(ClusterSession::leave);
        List<ExecutorService> ending = lanes.finish();
        Thread waiting = new Thread(() -> {
            await(ending);
            stopped.run();
        }, "console-stopping");
        waiting.start();
    }

    private static void await(List<ExecutorService> lanes) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        try {
            for (ExecutorService lane : lanes) {
                if (!lane.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    LOG.warn("A cluster did not stop within {} s; the next start takes over what is left.", STOP_SECONDS);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Closes the clusters that are open, for an end that the window was not asked for. Returns when that is done or has
     * taken too long. On any thread but the interface thread.
     */
    void closeOpen() {
        List<Thread> closing = sessions.stream().map(session -> new Thread(session::closeNow, "cluster-closing")).toList();
        closing.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        try {
            for (Thread thread : closing) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
