package io.jobdeck.desktop.connection;

import io.jobdeck.scheduler.operations.Caller;

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
     * @throws io.jobdeck.scheduler.registry.RegistryUnavailableException if its ZooKeeper does not answer in time, or has
     *     no such namespace; the message is one line for people
     * @throws IllegalArgumentException if the connect string is malformed
     */
    public Connection remote(RemoteCluster cluster) {
        return RemoteConnection.open(cluster, caller);
    }
}
