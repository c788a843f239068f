package io.jobdeck.desktop;

import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.fold.Estate;
import io.jobdeck.desktop.insight.KnownInsight;
import io.jobdeck.desktop.profile.Secrets;
import io.jobdeck.desktop.start.Opening;
import io.jobdeck.desktop.start.OpeningFailure;
import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.RegistryOperations;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.InMemoryRegistry;
import io.jobdeck.scheduler.registry.LiveTree;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Clusters in memory, of which a test says when each is opened and what becomes of that. */
final class DirectedClusters {

    private final Map<String, BlockingQueue<Outcome>> outcomes = new ConcurrentHashMap<>();
    private final Map<String, Directed> connections = new ConcurrentHashMap<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();

    /** Says what becomes of the next opening of the cluster of that id. */
    void nextOf(String id, Outcome outcome) {
        outcomes.computeIfAbsent(id, any -> new LinkedBlockingQueue<>()).add(outcome);
    }

    /** Returns the opening of a cluster, which waits until the test says what becomes of it. */
    Opening opening(ConnectionProfile profile) {
        return new Opening() {

            @Override
            public ConnectionProfile profile() {
                return profile;
            }

            @Override
            public Connection open(Secrets secrets, Consumer<String> progress) throws OpeningFailure {
                progress.accept("Starting ZooKeeper…");
                try {
                    return outcomes.computeIfAbsent(profile.id(), any -> new LinkedBlockingQueue<>()).take().open(secrets);
                } catch (InterruptedException interrupted) {
                    throw new OpeningFailure("interrupted", interrupted);
                }
            }
        };
    }

    /** Returns a connection to the cluster. */
    Connection connectionOf(ConnectionProfile profile) {
        return new Directed(profile);
    }

    /** Returns the connection that was made last to the cluster of that id. */
    Directed connection(String id) {
        return connections.get(id);
    }

    /** Returns the names of the clusters that were closed, in order; live, and open to whatever else ends. */
    List<String> closed() {
        return closed;
    }

    /** What becomes of an opening. */
    @FunctionalInterface
    interface Outcome {

        Connection open(Secrets secrets) throws OpeningFailure;
    }

    /** A cluster of one app that nothing runs on. */
    final class Directed implements Connection {

        private final InMemoryRegistry registry = new InMemoryRegistry();
        private final LiveTree tree = registry.liveTree();
        private final BooleanProperty readOnly;
        private final ConnectionProfile profile;

        private Directed(ConnectionProfile profile) {
            this.profile = profile;
            readOnly = new SimpleBooleanProperty(profile.isReadOnly());
            connections.put(profile.id(), this);
            registry.put(Estate.appNode("billing").path(), Estate.appNode("billing").text());
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
            return new RegistryOperations(registry, Clock.systemDefaultZone());
        }

        @Override
        public ClusterInsight insight() {
            return new KnownInsight();
        }

        @Override
        public Caller caller() {
            return new Caller("tester", "console");
        }

        @Override
        public void close() {
            closed.add(profile.name());
        }
    }
}
