package io.jobdeck.desktop.profile;

import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.RemoteCluster;
import io.jobdeck.desktop.connection.RemoteFields;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.registry.NoSuchNamespaceException;
import io.jobdeck.scheduler.registry.RegistryUnavailableException;
import io.jobdeck.scheduler.tls.TlsException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects on a thread of its own, closes again, and says at which field the fault lies when it cannot. */
public final class BackgroundTester implements ProfileTester, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTester.class);

    private final BiFunction<ConnectionProfile, RemoteCluster, Connection> connections;
    private final KeyRing keyRing;
    private final UiExecutor ui;
    private final Texts texts;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread connecting = new Thread(work, "jobdeck-connect");
        connecting.setDaemon(true);
        return connecting;
    });

    /** @param connections opens a connection; blocks */
    public BackgroundTester(BiFunction<ConnectionProfile, RemoteCluster, Connection> connections, KeyRing keyRing,
            UiExecutor ui, Texts texts) {
        this.connections = connections;
        this.keyRing = keyRing;
        this.ui = ui;
        this.texts = texts;
    }

    @Override
    public void test(ConnectionProfile profile, ClusterTarget.Remote target, Secrets typed, Runnable onReached,
            Consumer<Refusal> onRefused) {
        thread.execute(() -> {
            Secrets secrets = typed.suffice(target) ? typed : typed.or(keyRing.read(profile.id()));
            if (!secrets.suffice(target)) {
                ui.run(onReached);
                return;
            }
            RemoteCluster cluster = secrets.cluster(target);
            try {
                connections.apply(profile, cluster).close();
                ui.run(onReached);
            } catch (RuntimeException failed) {
                Refusal refusal = refusal(cluster, failed);
                ui.run(() -> onRefused.accept(refusal));
            }
        });
    }

    private Refusal refusal(RemoteCluster cluster, RuntimeException failed) {
        if (failed instanceof NoSuchNamespaceException) {
            return at(RemoteFields.NAMESPACE, failed, RemoteFields.NAMESPACE_EXAMPLE);
        }
        if (failed instanceof TlsException) {
            return at(RemoteFields.AUTHORITY, failed, RemoteFields.AUTHORITY_EXAMPLE);
        }
        if (failed instanceof RegistryUnavailableException || failed instanceof IllegalArgumentException) {
            LOG.info("No connection to {}: {}", cluster, failed.getMessage());
            return at(RemoteFields.CONNECT_STRING, failed, RemoteFields.CONNECT_STRING_EXAMPLE);
        }
        LOG.error("Connecting to {} failed", cluster, failed);
        return new Refusal(texts.get("operation.unexpected"), List.of());
    }

    private static Refusal at(String field, RuntimeException failed, String example) {
        return new Refusal(failed.getMessage(), List.of(new FieldProblem(field, failed.getMessage(), example)));
    }

    /** Stops; an attempt under way is interrupted. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
