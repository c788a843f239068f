package io.jobdeck.desktop;

import io.jobdeck.desktop.action.ActionContext;
import io.jobdeck.desktop.action.OperationRunner;
import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.dialog.DialogService;
import io.jobdeck.desktop.dialog.Notice;
import io.jobdeck.desktop.frame.ClusterTab;
import io.jobdeck.desktop.frame.TabContent;
import io.jobdeck.desktop.profile.KeyRingException;
import io.jobdeck.desktop.profile.Secrets;
import io.jobdeck.desktop.profile.SignInModel;
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
    private final Opening opening;
    private final StringProperty step = new SimpleStringProperty(this, "step", "");
    private final AtomicReference<ClosedOnce> open = new AtomicReference<>();
    private Optional<Shown> shown = Optional.empty();
    private Secrets secrets;
    private Optional<Boolean> keep = Optional.empty();
    private int attempt;

    /**
     * Who hears of it.
     *
     * @param onShown hears when it is shown
     * @param onFailed hears why it could not be opened
     * @param onClose hears that a person wants the tab closed
     * @param onKept hears whether the key ring keeps the secrets of a connection from now on
     * @param ways makes the ways on from a failure
     */
    record Hearers(BiConsumer<ClusterSession, ClusterWindow> onShown, Consumer<String> onFailed,
            Consumer<ClusterSession> onClose, BiConsumer<ConnectionProfile, Boolean> onKept,
            Function<ClusterSession, WaysOn> ways) { }

    private record Shown(OperationRunner runner, ClusterWindow window) { }

    /**
     * Begins nothing yet.
     *
     * @param secrets those that are known already
     * @param lane where it is opened and closed
     */
    ClusterSession(Opening opening, Secrets secrets, Console.Tools tools, ExecutorService lane, Hearers hearers) {
        this.opening = opening;
        this.secrets = secrets;
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

    /** Returns what is known of its secrets. */
    Secrets secrets() {
        return secrets;
    }

    LastError lastError() {
        return lastError;
    }

    /** Opens the cluster; a person is asked for what is not known to open it. */
    void open() {
        int mine = ++attempt;
        step.set("");
        tab.show(TabContent.page(pages.starting(step)));
        Secrets known = secrets;
        lane.execute(() -> {
            Secrets found = completed(known);
            if (suffice(found)) {
                open(mine, found);
            } else {
                Optional<String> whyNoKeyRing = tools.keyRing().whyUnavailable();
                tools.ui().run(() -> ask(mine, found, whyNoKeyRing));
            }
        });
    }

    private Secrets completed(Secrets known) {
        return suffice(known) || !opening.profile().keepSecrets()
                ? known : known.or(tools.keyRing().read(opening.profile().id()));
    }

    private boolean suffice(Secrets known) {
        return !(opening.profile().target() instanceof ClusterTarget.Remote remote) || known.suffice(remote);
    }

    /** Asks for the secrets again. */
    void giveSecrets() {
        int mine = ++attempt;
        Secrets known = secrets;
        lane.execute(() -> {
            Optional<String> whyNoKeyRing = tools.keyRing().whyUnavailable();
            tools.ui().run(() -> ask(mine, known, whyNoKeyRing));
        });
    }

    private void ask(int mine, Secrets known, Optional<String> whyNoKeyRing) {
        if (mine != attempt || !(opening.profile().target() instanceof ClusterTarget.Remote remote)) {
            return;
        }
        SignInModel form = new SignInModel(opening.profile(), remote, known, whyNoKeyRing, (given, kept) -> {
            secrets = given;
            keep = Optional.of(kept);
            open();
        }, tools.texts());
        tab.show(pages.signIn(form, () -> hearers.onClose().accept(this)));
    }

    private void open(int mine, Secrets known) {
        ConnectionProfile profile = opening.profile();
        try {
            Connection connection = opening.open(known, now -> tools.ui().run(() -> progress(mine, now)));
            tools.ui().run(() -> opened(mine, connection, known));
        } catch (OpeningFailure failure) {
            LOG.warn("{} cannot be opened: {}", profile.name(), failure.getMessage(), failure);
            tools.ui().run(() -> failed(mine, failure.getMessage()));
        } catch (RuntimeException unexpected) {
            LOG.error("{} cannot be opened", profile.name(), unexpected);
            tools.ui().run(() -> failed(mine, tools.texts().get("start.unexpected")));
        }
    }

    private void progress(int mine, String now) {
        if (mine == attempt) {
            step.set(now);
        }
    }

    private void failed(int mine, String cause) {
        if (mine == attempt) {
            tab.show(TabContent.page(pages.failure(cause, opening.profile(), hearers.ways().apply(this))));
            hearers.onFailed().accept(cause);
        }
    }

    /** Shows a cluster that is open. One that nobody waits for any more is closed. */
    private void opened(int mine, Connection connection, Secrets used) {
        secrets = secrets.or(used);
        if (mine != attempt) {
            new Thread(new ClosedOnce(connection)::close, "cluster-closing").start();
            return;
        }
        DialogService dialogs = new LastErrorDialogs(tools.dialogs(), lastError);
        OperationRunner runner = new OperationRunner(tools.ui(), dialogs, tools.texts());
        ClusterWindow window = new ClusterWindow(connection, model ->
                new ActionContext(connection, model, tools.rules(), dialogs, runner, tools.texts()).catalog(),
                tools.texts(), tools.clock(), tools.ui(), lastError, tools.tables().apply(connection.title()),
                tools.memory());
        open.set(new ClosedOnce(connection));
        shown = Optional.of(new Shown(runner, window));
        tab.show(window.content());
        window.start();
        hearers.onShown().accept(this, window);
        keep.ifPresent(wanted -> keep(used, wanted));
    }

    /** Secrets are kept only once they have opened the cluster. */
    private void keep(Secrets used, boolean wanted) {
        keep = Optional.empty();
        if (!wanted && !opening.profile().keepSecrets()) {
            return;
        }
        lane.execute(() -> {
            try {
                tools.keyRing().write(opening.profile().id(), wanted ? used : Secrets.NONE);
                tools.ui().run(() -> hearers.onKept().accept(opening.profile(), wanted));
            } catch (KeyRingException refused) {
                tools.ui().run(() -> tools.dialogs().notice(
                        Notice.failure(tools.texts().get("start.not-kept", refused.getMessage()))));
            }
        });
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
