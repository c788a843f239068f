package io.jobdeck.desktop;

import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.connection.Connections;
import io.jobdeck.desktop.connection.RemoteCluster;
import io.jobdeck.desktop.profile.Secrets;
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
    private final Path usualDataDirectory;
    private final Texts texts;

    /** @param usualDataDirectory where an embedded cluster is whose connection names no place */
    Openings(Connections connections, Path usualDataDirectory, Texts texts) {
        this.connections = connections;
        this.usualDataDirectory = usualDataDirectory;
        this.texts = texts;
    }

    /** Returns the way to the cluster of a profile. */
    Opening of(ConnectionProfile profile) {
        return new Opening() {

            @Override
            public ConnectionProfile profile() {
                return profile;
            }

            @Override
            public Connection open(Secrets secrets, Consumer<String> progress) throws OpeningFailure {
                if (profile.target() instanceof ClusterTarget.Remote remote) {
                    return connect(profile, secrets.cluster(remote), progress);
                }
                ClusterTarget.Embedded embedded = (ClusterTarget.Embedded) profile.target();
                return start(profile, embedded.dataDirectory().orElse(usualDataDirectory), progress);
            }
        };
    }

    private Connection start(ConnectionProfile profile, Path dataDirectory, Consumer<String> progress)
            throws OpeningFailure {
        try {
            return connections.embedded(profile, dataDirectory,
                    step -> progress.accept(texts.get("start.step." + step)));
        } catch (StartFailure failure) {
            throw new OpeningFailure(failure.getMessage(), failure);
        }
    }

    private Connection connect(ConnectionProfile profile, RemoteCluster cluster, Consumer<String> progress)
            throws OpeningFailure {
        progress.accept(texts.get("start.connecting", cluster.title()));
        try {
            return connections.remote(profile, cluster);
        } catch (RegistryUnavailableException | IllegalArgumentException failure) {
            throw new OpeningFailure(failure.getMessage(), failure);
        }
    }
}
