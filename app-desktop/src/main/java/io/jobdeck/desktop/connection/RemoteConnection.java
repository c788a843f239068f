package io.jobdeck.desktop.connection;

import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.CuratorRegistry;
import io.jobdeck.scheduler.registry.LeaderAddress;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.RegistryOptions;
import io.jobdeck.scheduler.rest.ClientAccess;
import io.jobdeck.scheduler.rest.RestInsight;
import io.jobdeck.scheduler.rest.RestOperations;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** A cluster elsewhere: its tree over ZooKeeper, operations over REST to whoever leads at the time of each call. */
final class RemoteConnection implements Connection {

    private final ConnectionProfile profile;
    private final BooleanProperty readOnly;
    private final Caller caller;
    private final CuratorRegistry registry;
    private final LiveTree tree;
    private final LeaderAddress leader;
    private final RestOperations operations;
    private final RestInsight insight;

    private RemoteConnection(ConnectionProfile profile, Caller caller, CuratorRegistry registry, ClientAccess access) {
        this.profile = profile;
        readOnly = new SimpleBooleanProperty(this, "readOnly", profile.isReadOnly());
        this.caller = caller;
        this.registry = registry;
        tree = registry.liveTree();
        leader = new LeaderAddress(tree);
        operations = new RestOperations(leader::current, access, leader::isCandidate);
        insight = new RestInsight(leader::current, access, leader::isCandidate);
    }

    /**
     * Connects; blocks until ZooKeeper has answered.
     *
     * @throws io.jobdeck.scheduler.registry.RegistryUnavailableException if it does not in time, or lacks the namespace
     * @throws IllegalArgumentException if the connect string is malformed
     * @throws io.jobdeck.scheduler.tls.TlsException if the authority's file cannot be used
     */
    static RemoteConnection open(ConnectionProfile profile, RemoteCluster cluster, Caller caller) {
        ClientAccess access = ClientAccess.of(cluster.credentials(), cluster.authority());
        RegistryOptions options = RegistryOptions.of(cluster.connectString(), cluster.namespace())
                .withDigest(cluster.digest().orElse(""))
                .withoutCreatingLayout();
        return new RemoteConnection(profile, caller, CuratorRegistry.connect(options), access);
    }

    @Override
    public ConnectionProfile profile() {
        return profile;
    }

    @Override
    public BooleanProperty readOnlyProperty() {
        return readOnly;
    }

    @Override
    public LiveTree tree() {
        return tree;
    }

    @Override
    public SchedulerOperations operations() {
        return operations;
    }

    @Override
    public ClusterInsight insight() {
        return insight;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public void close() {
        insight.close();
        operations.close();
        leader.close();
        tree.close();
        registry.close();
    }
}
