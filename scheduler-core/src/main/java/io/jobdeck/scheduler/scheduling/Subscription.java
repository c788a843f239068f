package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.mesos.v1.Protos.FrameworkID;
import org.apache.mesos.v1.Protos.FrameworkInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The framework's registration with Mesos (spec section 1.4). The id that Mesos gives is stored before anything is
 * launched under it.
 */
final class Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private static final String NAME = "Elastic-Job-Cloud";
    private static final double FAILOVER_TIMEOUT_SECONDS = Duration.ofDays(7).toSeconds();
    private static final String REMOVED = "Framework has been removed";
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(5);

    private final SchedulingOptions options;
    private final ClusterState state;
    private final RegistryWriter writer;
    private final MesosCalls mesos;
    private final Loop loop;
    private final Consumer<Boolean> connection;
    private final Runnable reconnect;

    /**
     * @param connection hears true when work can be launched, false when it cannot any more
     * @param reconnect ends the driver's connection so that it makes a new one
     */
    Subscription(SchedulingOptions options, ClusterState state, RegistryWriter writer, MesosCalls mesos, Loop loop,
            Consumer<Boolean> connection, Runnable reconnect) {
        this.options = options;
        this.state = state;
        this.writer = writer;
        this.mesos = mesos;
        this.loop = loop;
        this.connection = connection;
        this.reconnect = reconnect;
    }

    /** The driver has found a master. */
    void onConnected() {
        mesos.subscribe(framework());
    }

    void onDisconnected() {
        connection.accept(false);
    }

    void onSubscribed(FrameworkID id) {
        mesos.setFrameworkId(id);
        String value = id.getValue();
        if (state.frameworkId().equals(Optional.of(value))) {
            connection.accept(true);
            return;
        }
        LOG.info("registered with Mesos as framework {}", value);
        Change store = state.frameworkId().isPresent()
                ? new Change.Set(RegistryPaths.FRAMEWORK_ID, value)
                : new Change.Create(RegistryPaths.FRAMEWORK_ID, value);
        state.setFrameworkId(Optional.of(value));
        writer.writeOwned(List.of(store), () -> connection.accept(true));
    }

    void onError(String message) {
        LOG.warn("Mesos ended the subscription: {}", message);
        connection.accept(false);
        if (message.contains(REMOVED) && state.frameworkId().isPresent()) {
            state.setFrameworkId(Optional.empty());
            writer.writeOwned(List.of(new Change.Delete(RegistryPaths.FRAMEWORK_ID)), reconnect);
            return;
        }
        loop.after(PAUSE_AFTER_ERROR, reconnect);
    }

    private FrameworkInfo framework() {
        FrameworkInfo.Builder framework = FrameworkInfo.newBuilder()
                .setName(options.role().isEmpty() ? NAME : NAME + "-" + options.role())
                .setUser(options.user().isEmpty() ? System.getProperty("user.name") : options.user())
                .setHostname(options.hostname())
                .setWebuiUrl(options.webUrl())
                .setCheckpoint(true)
                .setFailoverTimeout(FAILOVER_TIMEOUT_SECONDS)
                .addCapabilities(FrameworkInfo.Capability.newBuilder()
                        .setType(FrameworkInfo.Capability.Type.PARTITION_AWARE));
        if (!options.role().isEmpty()) {
            framework.addRoles(options.role()).addCapabilities(FrameworkInfo.Capability.newBuilder()
                    .setType(FrameworkInfo.Capability.Type.MULTI_ROLE));
        }
        state.frameworkId().ifPresent(id -> framework.setId(FrameworkID.newBuilder().setValue(id)));
        return framework.build();
    }
}
