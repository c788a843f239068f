package io.jobdeck.desktop.connection;

import io.jobdeck.desktop.form.Refusal;
import java.util.function.Consumer;

/** Connects to remote clusters without making anyone wait. */
@FunctionalInterface
public interface Connector {

    /** Begins to connect and returns at once. One of the two is called afterwards, on the interface thread. */
    void connect(RemoteCluster cluster, Consumer<Connection> onConnected, Consumer<Refusal> onRefused);
}
