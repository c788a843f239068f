package io.jobdeck.desktop.connection;

import io.jobdeck.scheduler.StartFailure;
import io.jobdeck.scheduler.StartStep;
import io.jobdeck.scheduler.operations.Caller;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Opens connections for the person at this console. Every method blocks; none is for the interface thread. */
public final class Connections {

    private static final String ORIGIN = "console";

    private final Caller caller;

    /** @param user name of the person, as the audit trail shows it */
    public Connections(String user) {
        this.caller = new Caller(user, ORIGIN);
    }

    /** Returns connections in the name of the user who runs this program. */
    public static Connections ofSystemUser() {
        return new Connections(System.getProperty("user.name"));
    }

    /**
     * Connects to a cluster elsewhere.
     *
     * @param cluster where it is, together with what is secret
     * @throws io.jobdeck.scheduler.registry.RegistryUnavailableException if its ZooKeeper does not answer in time, or has
     *     no such namespace; the message is one line for people
     * @throws IllegalArgumentException if the connect string is malformed
     * @throws io.jobdeck.scheduler.tls.TlsException if the authority's file cannot be used
     */
    public Connection remote(ConnectionProfile profile, RemoteCluster cluster) {
        return RemoteConnection.open(profile, cluster, caller);
    }

    /**
     * Starts the embedded cluster.
     *
     * @param dataDirectory directory of its own, created if missing
     * @param progress hears what is being done, on the calling thread
     * @throws StartFailure if a part cannot be started; nothing is left running
     */
    public Connection embedded(ConnectionProfile profile, Path dataDirectory, Consumer<StartStep> progress)
            throws StartFailure {
        return EmbeddedConnection.open(profile, dataDirectory, caller, progress);
    }
}
