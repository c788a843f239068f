package io.jobdeck.desktop.connection;

import io.jobdeck.desktop.bridge.UiExecutor;
import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.FieldProblem;
import io.jobdeck.scheduler.registry.NoSuchNamespaceException;
import io.jobdeck.scheduler.registry.RegistryUnavailableException;
import io.jobdeck.scheduler.tls.TlsException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects on a thread of its own and says at which field the fault lies when it cannot. */
public final class BackgroundConnector implements Connector, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundConnector.class);

    private final Function<RemoteCluster, Connection> connections;
    private final UiExecutor ui;
    private final Texts texts;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread connecting = new Thread(work, "jobdeck-connect");
        connecting.setDaemon(true);
        return connecting;
    });

    /** @param connections opens a connection; blocks */
    public BackgroundConnector(Function<RemoteCluster, Connection> connections, UiExecutor ui, Texts texts) {
        this.connections = connections;
        this.ui = ui;
        this.texts = texts;
    }

    @Override
    public void connect(RemoteCluster cluster, Consumer<Connection> onConnected, Consumer<Refusal> onRefused) {
        thread.execute(() -> {
            try {
                Connection connection = connections.apply(cluster);
                ui.run(() -> onConnected.accept(connection));
            } catch (RuntimeException failed) {
                Refusal refusal = refusal(cluster, failed);
                ui.run(() -> onRefused.accept(refusal));
            }
        });
    }

    private Refusal refusal(RemoteCluster cluster, RuntimeException failed) {
        if (failed instanceof NoSuchNamespaceException) {
            return at(ConnectModel.NAMESPACE, failed, ConnectModel.NAMESPACE_EXAMPLE);
        }
        if (failed instanceof TlsException) {
            return at(ConnectModel.AUTHORITY, failed, ConnectModel.AUTHORITY_EXAMPLE);
        }
        if (failed instanceof RegistryUnavailableException || failed instanceof IllegalArgumentException) {
            LOG.info("No connection to {}: {}", cluster, failed.getMessage());
            return at(ConnectModel.CONNECT_STRING, failed, ConnectModel.CONNECT_STRING_EXAMPLE);
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
