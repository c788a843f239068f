package io.jobdeck.scheduler.mesos.master;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the election of the Mesos masters in ZooKeeper: the leader is the master whose node {@code json.info_N} has
 * the lowest number. Other nodes beside these, such as {@code log_replicas}, mean nothing.
 *
 * <p>While ZooKeeper is out of reach the last known leader stands, since a stream to it may well be alive. Works on the
 * event thread of the ZooKeeper client, and on the starting thread until that exists.
 */
final class ZooKeeperMasters implements MasterDetector {

    private static final Logger LOG = LoggerFactory.getLogger(ZooKeeperMasters.class);
    private static final Duration THREADS_END = Duration.ofSeconds(2);
    private static final String MASTER_NODE = "json.info_";

    private final MasterLocation.ZooKeeperElection election;
    private final Duration sessionTimeout;
    private final MasterInfoText masterInfo = new MasterInfoText();
    /** One object for all watches, since ZooKeeper keeps a watch per object and one is left at every reconnection. */
    private final Watcher nodes = this::onChange;
    private Consumer<List<MasterAddress>> listener;
    private List<MasterAddress> last;
    private ZooKeeper client;
    private boolean closed;

    ZooKeeperMasters(MasterLocation.ZooKeeperElection election, Duration sessionTimeout) {
        this.election = election;
        this.sessionTimeout = sessionTimeout;
    }

    @Override
    public synchronized void start(Consumer<List<MasterAddress>> masters) {
        listener = masters;
        openSession();
    }

    private synchronized void openSession() {
        if (closed) {
            return;
        }
        try {
            client = new ZooKeeper(election.servers(), (int) sessionTimeout.toMillis(), new SessionWatcher());
        } catch (IOException e) {
            throw new IllegalStateException("no ZooKeeper client for " + election + ": " + e.getMessage(), e);
        }
        election.digest().ifPresent(
                digest -> client.addAuthInfo("digest", digest.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads the masters' nodes and leaves a watch, or waits for the election's node to be made. */
    private synchronized void look() {
        if (!closed) {
            client.getChildren(election.path(), nodes, (code, path, context, children) -> {
                switch (KeeperException.Code.get(code)) {
                    case OK -> follow(leader(children));
                    case NONODE -> awaitElection();
                    default -> logUnlessPassing(code, path);
                }
            }, null);
        }
    }

    private synchronized void awaitElection() {
        report(List.of());
        if (!closed) {
            client.exists(election.path(), nodes, (code, path, context, stat) -> {
                if (KeeperException.Code.get(code) == KeeperException.Code.OK) {
                    look();
                } else if (KeeperException.Code.get(code) != KeeperException.Code.NONODE) {
                    logUnlessPassing(code, path);
                }
            }, null);
        }
    }

    private void onChange(WatchedEvent event) {
        if (event.getType() != Watcher.Event.EventType.None) {
            look();
        }
    }

    private static Optional<String> leader(List<String> children) {
        return children.stream().filter(name -> name.startsWith(MASTER_NODE)).min(Comparator.naturalOrder());
    }

    private synchronized void follow(Optional<String> node) {
        if (node.isEmpty()) {
            report(List.of());
        } else if (!closed) {
            String leader = election.path() + "/" + node.get();
            client.getData(leader, false, (code, path, context, data, stat) -> {
                switch (KeeperException.Code.get(code)) {
                    case OK -> reportLeader(path, data);
                    case NONODE -> LOG.debug("{} vanished; the watch on its parent brings the next leader", path);
                    default -> logUnlessPassing(code, path);
                }
            }, null);
        }
    }

    private void reportLeader(String node, byte[] data) {
        Optional<MasterAddress> address = masterInfo.address(data);
        if (address.isEmpty()) {
            LOG.error("{} in {} is not the MasterInfo of a Mesos master", node, election);
        }
        report(address.stream().toList());
    }

    private void report(List<MasterAddress> masters) {
        if (!masters.equals(last)) {
            last = masters;
            if (masters.isEmpty()) {
                LOG.warn("No Mesos master leads by {}. Nothing is launched until one does", election);
            } else {
                LOG.info("Leading Mesos master by {}: {}", election, masters.get(0));
            }
            listener.accept(masters);
        }
    }

    /** A lost connection needs nothing: the look is repeated when it is back. */
    private void logUnlessPassing(int code, String path) {
        KeeperException.Code failure = KeeperException.Code.get(code);
        switch (failure) {
            case CONNECTIONLOSS, SESSIONEXPIRED, SESSIONMOVED, OPERATIONTIMEOUT ->
                LOG.debug("{} of {} while reading {}", failure, election, path);
            default -> LOG.error("{} refuses to read {}: {}", election, path, failure);
        }
    }

    @Override
    public void close() {
        ZooKeeper open = closing();
        if (open != null) {
            try {
                open.close((int) THREADS_END.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns the present session's client. */
    synchronized ZooKeeper client() {
        return client;
    }

    private synchronized ZooKeeper closing() {
        closed = true;
        return client;
    }

    private final class SessionWatcher implements Watcher {

        @Override
        public void process(WatchedEvent event) {
            switch (event.getState()) {
                case SyncConnected -> look();
                case Expired -> {
                    LOG.info("The session at {} expired; opening another", election);
                    openSession();
                }
                case AuthFailed -> LOG.error("{} refuses the credentials given", election);
                default -> LOG.debug("{} at {}", event.getState(), election);
            }
        }
    }
}
