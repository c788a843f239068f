package io.jobdeck.desktop.connection;

import io.jobdeck.scheduler.EmbeddedScheduler;
import io.jobdeck.scheduler.StartFailure;
import io.jobdeck.scheduler.StartStep;
import io.jobdeck.scheduler.embedded.EmbeddedOptions;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.rest.RestAddress;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The cluster inside this process: its tree and its operations are called directly. */
final class EmbeddedConnection implements Connection {

    private static final String NAMESPACE = "elastic-job-cloud";

    private final EmbeddedScheduler scheduler;
    private final Caller caller;
    private final ConnectionProfile profile;
    private final BooleanProperty readOnly;

    private EmbeddedConnection(EmbeddedScheduler scheduler, Caller caller, ConnectionProfile profile) {
        this.scheduler = scheduler;
        this.caller = caller;
        this.profile = profile;
        readOnly = new SimpleBooleanProperty(this, "readOnly", profile.isReadOnly());
    }

    static EmbeddedConnection open(ConnectionProfile profile, Path dataDirectory, Caller caller,
            Consumer<StartStep> progress) throws StartFailure {
        return new EmbeddedConnection(EmbeddedScheduler.start(EmbeddedOptions.in(dataDirectory), NAMESPACE,
                RestAddress.loopback(0), progress), caller, profile);
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
        return scheduler.scheduler().tree();
    }

    @Override
    public SchedulerOperations operations() {
        return scheduler.scheduler().operations();
    }

    @Override
    public ClusterInsight insight() {
        return scheduler.scheduler().insight();
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
