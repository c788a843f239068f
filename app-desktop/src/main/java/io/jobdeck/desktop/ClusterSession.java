package io.jobdeck.desktop;

import io.jobdeck.desktop.action.ActionContext;
import io.jobdeck.desktop.action.OperationRunner;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.frame.ClusterTab;
import io.jobdeck.desktop.frame.TabContent;
import io.jobdeck.desktop.start.Opening;
import io.jobdeck.desktop.start.OpeningFailure;
import io.jobdeck.desktop.start.Pages;
import io.jobdeck.desktop.start.WaysOn;
import io.jobdeck.desktop.window.ClusterWindow;
import io.jobdeck.desktop.window.LastError;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one cluster in its tab: opened in the background, shown while it is open, left when the tab is closed.
 * Interface thread only.
 */
final class ClusterSession {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterSession.class);

    private final Console.Tools tools;
    private final ExecutorService lane;
    private final Pages pages;
    private final Hearers hearers;
    private final LastError lastError;
    private final ClusterTab tab;
    private final StringProperty step = new SimpleStringProperty(this, "step", "");
    private final AtomicReference<ClosedOnce> open = new AtomicReference<>();
    private Opening opening;
    private Optional<Shown> shown = Optional.empty();
    private int attempt;

    /**
     * Who hears of it.
     *
     * @param onShown hears when it is shown
     * @param onFailed hears why it could not be opened
     * @param onClose hears that a person wants the tab closed
     * @param ways makes the ways on from a failure
     */
    record Hearers(BiConsumer<ClusterSession, ClusterWindow> onShown, Consumer<String> onFailed,
            Consumer<ClusterSession> onClose, Function<ClusterSession, WaysOn> ways) { }

    private record Shown(OperationRunner runner, ClusterWindow window) { }

    /**
     * Begins nothing yet.
     *
     * @param lane where it is opened and closed
     */
    ClusterSession(Opening opening, Console.Tools tools, ExecutorService lane, Hearers hearers) {
        this.opening = opening;
        this.tools = tools;
        this.lane = lane;
        this.hearers = hearers;
        lastError = new LastError(tools.clock());
        pages = new Pages(tools.texts());
        tab = new ClusterTab(opening.profile(), TabContent.page(pages.starting(step)), () -> hearers.onClose().accept(this));
    }

    ClusterTab tab() {
        return tab;
    }

    LastError lastError() {
        return lastError;
    }

    /** Opens the cluster, in another way than before if one is given. */
    void open(Opening way) {
        opening = way;
        int mine = ++attempt;
        step.set("");
        tab.show(TabContent.page(pages.starting(step)));
        lane.execute(() -> {
            try {
                Connection connection = way.open(now -> tools.ui().run(() -> progress(mine, now)));
                tools.ui().run(() -> opened(mine, connection));
            } catch (OpeningFailure failure) {
                LOG.warn("{} cannot be opened: {}", way.profile().name(), failure.getMessage(), failure);
                tools.ui().run(() -> failed(mine, failure.getMessage()));
            } catch (RuntimeException unexpected) {
                LOG.error("{} cannot be opened", way.profile().name(), unexpected);
                tools.ui().run(() -> failed(mine, tools.texts().get("start.unexpected")));
            }
        });
    }

    void retry() {
        open(opening);
    }

    private void progress(int mine, String now) {
        if (mine == attempt) {
            step.set(now);
        }
    }

    private void failed(int mine, String cause) {
        if (mine == attempt) {
            tab.show(TabContent.page(pages.failure(cause, opening.profile().isEmbedded(), hearers.ways().apply(this))));
            hearers.onFailed().accept(cause);
        }
    }

    /** Shows a cluster that is open. One that nobody waits for any more is closed. */
    private void opened(int mine, Connection connection) {
        if (mine != attempt) {
            new Thread(new ClosedOnce(connection)::close, "cluster-closing").start();
            return;
        }
        DialogService dialogs = new LastErrorDialogs(tools.dialogs(), lastError);
        OperationRunner runner = new OperationRunner(tools.ui(), dialogs, tools.texts());
        ClusterWindow window = new ClusterWindow(connection, model ->
                new ActionContext(connection, model, tools.rules(), dialogs, runner, tools.texts()).catalog(),
                tools.texts(), tools.clock(), tools.ui(), lastError);
        open.set(new ClosedOnce(connection));
        shown = Optional.of(new Shown(runner, window));
        tab.show(window.content());
        window.start();
        hearers.onShown().accept(this, window);
    }

    /** Leaves the cluster; it is closed in the background. */
    void leave() {
        attempt++;
        shown.ifPresent(last -> {
            last.window().close();
            last.runner().close();
        });
        shown = Optional.empty();
        ClosedOnce last = open.get();
        if (last != null) {
            lane.execute(last::close);
        }
    }

    /** Closes the cluster, if it is open; blocks. On any thread but the interface thread. */
    void closeNow() {
        Optional.ofNullable(open.get()).ifPresent(ClosedOnce::close);
    }
}
