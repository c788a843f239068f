package io.jobdeck.desktop;

import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.Connections;
import io.jobdeck.desktop.connection.RemoteCluster;
import io.jobdeck.desktop.start.Opening;
import io.jobdeck.desktop.start.OpeningFailure;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.StartFailure;
import io.jobdeck.scheduler.registry.RegistryUnavailableException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The ways to clusters that there are. */
final class Openings {

    private final Connections connections;
    private final Texts texts;

    Openings(Connections connections, Texts texts) {
        this.connections = connections;
        this.texts = texts;
    }

    /** Starts the embedded cluster with its data in the directory. */
    Opening embedded(Path dataDirectory) {
        ConnectionProfile profile = ConnectionProfile.embedded(texts.get("connection.embedded"));
        return new Opening() {

            @Override
            public ConnectionProfile profile() {
                return profile;
            }

            @Override
            public Connection open(Consumer<String> progress) throws OpeningFailure {
                try {
                    return connections.embedded(profile, dataDirectory,
                            step -> progress.accept(texts.get("start.step." + step)));
                } catch (StartFailure failure) {
                    throw new OpeningFailure(failure.getMessage(), failure);
                }
            }
        };
    }

    /** Takes a connection that is open already. */
    Opening opened(Connection connection) {
        return new Opening() {

            @Override
            public ConnectionProfile profile() {
                return connection.profile();
            }

            @Override
            public Connection open(Consumer<String> progress) {
                return connection;
            }
        };
    }

    /** Connects to a cluster elsewhere. */
    Opening remote(RemoteCluster cluster) {
        return new Opening() {

            @Override
            public ConnectionProfile profile() {
                return cluster.unnamedProfile();
            }

            @Override
            public Connection open(Consumer<String> progress) throws OpeningFailure {
                progress.accept(texts.get("start.connecting", cluster.title()));
                try {
                    return connections.remote(cluster.unnamedProfile(), cluster);
                } catch (RegistryUnavailableException | IllegalArgumentException failure) {
                    throw new OpeningFailure(failure.getMessage(), failure);
                }
            }
        };
    }
}
