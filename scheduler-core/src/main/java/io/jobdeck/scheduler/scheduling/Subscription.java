package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.registry.Change;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.time.Duration;
import java.util.ArrayList;
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
 *
 * <p>The lead is confirmed before the framework is subscribed, so that a scheduler that was paused does not take the
 * framework from its successor, and once more behind the subscription, before anything is done with it. From then on
 * Mesos itself keeps a deposed leader from acting: it refuses the calls of a stream as soon as another one, which is the
 * successor's, has been opened for the framework.
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
    private final List<Runnable> held = new ArrayList<>();
    private int connections;
    private boolean ready;

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
        int current = ++connections;
        writer.confirmLead(() -> {
            if (current == connections) {
                mesos.subscribe(framework());
            }
        });
    }

    void onDisconnected() {
        connections++;
        lose();
    }

    private void lose() {
        ready = false;
        held.clear();
        connection.accept(false);
    }

    /** Deals with an event now, or as soon as the lead is confirmed; not at all if the connection ends before. */
    void whenReady(Runnable event) {
        if (ready) {
            event.run();
        } else {
            held.add(event);
        }
    }

    void onSubscribed(FrameworkID id) {
        mesos.setFrameworkId(id);
        String value = id.getValue();
        int current = connections;
        if (state.frameworkId().equals(Optional.of(value))) {
            writer.confirmLead(() -> begin(current));
            return;
        }
        LOG.info("registered with Mesos as framework {}", value);
        Change store = state.frameworkId().isPresent()
                ? new Change.Set(RegistryPaths.FRAMEWORK_ID, value)
                : new Change.Create(RegistryPaths.FRAMEWORK_ID, value);
        state.setFrameworkId(Optional.of(value));
        writer.writeOwned(List.of(store), () -> begin(current));
    }

    private void begin(int confirmed) {
        if (confirmed != connections) {
            return;
        }
        ready = true;
        connection.accept(true);
        List<Runnable> events = List.copyOf(held);
        held.clear();
        events.forEach(Runnable::run);
    }

    void onError(String message) {
        LOG.warn("Mesos ended the subscription: {}", message);
        lose();
        int current = connections;
        Runnable again = () -> {
            if (current == connections) {
                reconnect.run();
            }
        };
        if (message.contains(REMOVED) && state.frameworkId().isPresent()) {
            state.setFrameworkId(Optional.empty());
            writer.writeOwned(List.of(new Change.Delete(RegistryPaths.FRAMEWORK_ID)), again);
            return;
        }
        loop.after(PAUSE_AFTER_ERROR, again);
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
