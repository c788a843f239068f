package io.jobdeck.scheduler.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.api.ACLProvider;
import org.apache.curator.retry.BoundedExponentialBackoffRetry;
import org.apache.curator.utils.ZookeeperFactory;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.data.ACL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session with ZooKeeper. Curator keeps it alive and replaces the handle when it expired; what is sent goes to the
 * handle as it is, since Curator would send again what may have happened already.
 *
 * <p>Every reply, watch event and change of state is passed on by one thread of this class, the registry's event thread,
 * in the order in which the server sent it. A thread of its own is needed because each handle has another one.
 */
final class Session implements MultiSender, AutoCloseable {

    /** Hears changes of the connection on the event thread. */
    interface Listener {

        void onConnected(ZooKeeper handle);

        void onDisconnected(String cause);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    /** The client's limit for one answer in bytes. The default of 1 MB is too small for 80 000 children of one node. */
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final String AUTH_SCHEME = "digest";

    private final RegistryOptions options;
    private final EventThread events = new EventThread("registry-events");
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final CuratorFramework curator;
    private volatile ZooKeeper handle;
    private volatile boolean connected;

    Session(RegistryOptions options) {
        this.options = options;
        this.curator = CuratorFrameworkFactory.builder()
                .connectString(options.connectString())
                .namespace(options.namespace())
                .sessionTimeoutMs(Math.toIntExact(options.sessionTimeout().toMillis()))
                .connectionTimeoutMs(Math.toIntExact(connectionTimeout(options).toMillis()))
                .retryPolicy(new BoundedExponentialBackoffRetry(100, 3000, 5))
                .zookeeperFactory(new Handles())
                .zkClientConfig(clientConfig())
                .aclProvider(acls())
                .ensembleTracker(false)
                .dontUseContainerParents()
                .build();
    }

    /** Curator warns of a connection that may take longer than the session lasts. */
    private static Duration connectionTimeout(RegistryOptions options) {
        return options.answerTimeout().compareTo(options.sessionTimeout()) < 0
                ? options.answerTimeout() : options.sessionTimeout();
    }

    /** Connects and waits for it; false if it took too long. */
    boolean connect() throws InterruptedException {
        curator.start();
        long limit = options.connectTimeout().toMillis();
        if (!curator.blockUntilConnected(Math.toIntExact(limit), TimeUnit.MILLISECONDS)) {
            return false;
        }
        CompletableFuture<Void> heard = new CompletableFuture<>();
        execute(() -> heard.complete(null));
        await(heard, "connect");
        return true;
    }

    CuratorFramework curator() {
        return curator;
    }

    List<ACL> acl() {
        return options.digest().isPresent() ? ZooDefs.Ids.CREATOR_ALL_ACL : ZooDefs.Ids.OPEN_ACL_UNSAFE;
    }

    boolean connected() {
        return connected;
    }

    /** Returns the current handle; it may be one whose session is over. */
    ZooKeeper handle() {
        return handle;
    }

    boolean isCurrent(ZooKeeper other) {
        return handle == other;
    }

    @Override
    public void send(List<Op> operations, Consumer<Reply> onReply) {
        if (!connected) {
            execute(() -> onReply.accept(Reply.of(Code.CONNECTIONLOSS.intValue(), null)));
            return;
        }
        handle.multi(operations, (code, path, context, results) -> execute(() -> onReply.accept(Reply.of(code, results))),
                null);
    }

    /** Adds a listener, which hears at once of the connection there is. Call it on the event thread. */
    void listen(Listener listener) {
        listeners.add(listener);
        if (connected) {
            listener.onConnected(handle);
        }
    }

    void unlisten(Listener listener) {
        listeners.remove(listener);
    }

    /** Runs a task on the event thread, after all that came before. */
    void execute(Runnable task) {
        events.execute(task);
    }

    /** Runs a task on the event thread after a delay. */
    Future<?> schedule(Duration delay, Runnable task) {
        return events.schedule(delay, task);
    }

    /**
     * Waits for an answer.
     *
     * @throws RegistryUnavailableException if it takes longer than {@link RegistryOptions#answerTimeout}, or failed so
     */
    <T> T await(CompletableFuture<T> answer, String question) {
        if (events.isCurrent()) {
            throw new IllegalStateException("A blocking call on the registry's event thread would wait for ever");
        }
        try {
            return answer.get(options.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new RegistryUnavailableException("ZooKeeper at " + options.connectString() + " did not answer within "
                    + options.answerTimeout().toSeconds() + " s: " + question, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("Interrupted while waiting for ZooKeeper: " + question, interrupted);
        } catch (ExecutionException failed) {
            throw new RegistryUnavailableException(failed.getCause().getMessage(), failed.getCause());
        }
    }

    /** Says in one line for people that there is no connection. */
    String lostConnection() {
        return "The connection to ZooKeeper at " + options.connectString() + " is lost";
    }

    @Override
    public void close() {
        curator.close();
        connected = false;
        events.close();
    }

    private void onSessionEvent(ZooKeeper source, WatchedEvent event) {
        if (source != handle || event.getType() != Watcher.Event.EventType.None) {
            return;
        }
        switch (event.getState()) {
            case SyncConnected -> becomeConnected(source);
            case Disconnected -> becomeDisconnected(lostConnection());
            case Expired -> becomeDisconnected("The session with ZooKeeper at " + options.connectString() + " expired");
            case AuthFailed -> LOG.error("ZooKeeper at {} refuses the given user", options.connectString());
            default -> LOG.debug("ZooKeeper session: {}", event.getState());
        }
    }

    private void becomeConnected(ZooKeeper source) {
        connected = true;
        listeners.forEach(listener -> listener.onConnected(source));
    }

    private void becomeDisconnected(String cause) {
        connected = false;
        listeners.forEach(listener -> listener.onDisconnected(cause));
    }

    private static ZKClientConfig clientConfig() {
        ZKClientConfig config = new ZKClientConfig();
        config.setProperty(ZKClientConfig.JUTE_MAXBUFFER, Integer.toString(LARGEST_ANSWER));
        return config;
    }

    private ACLProvider acls() {
        return new ACLProvider() {
            @Override
            public List<ACL> getDefaultAcl() {
                return acl();
            }

            @Override
            public List<ACL> getAclForPath(String path) {
                return acl();
            }
        };
    }

    /** Makes the handles Curator asks for, and lets the session hear of their states before Curator does. */
    private final class Handles implements ZookeeperFactory {

        @Override
        public ZooKeeper newZooKeeper(String servers, int sessionTimeout, Watcher watcher, boolean readOnly)
                throws IOException {
            return newZooKeeper(servers, sessionTimeout, watcher, readOnly, clientConfig());
        }

        @Override
        public ZooKeeper newZooKeeper(String servers, int sessionTimeout, Watcher watcher, boolean readOnly,
                ZKClientConfig config) throws IOException {
            CompletableFuture<ZooKeeper> made = new CompletableFuture<>();
            ZooKeeper fresh = new ZooKeeper(servers, sessionTimeout, event -> {
                execute(() -> onSessionEvent(made.join(), event));
                watcher.process(event);
            }, readOnly, config);
            options.digest().ifPresent(
                    digest -> fresh.addAuthInfo(AUTH_SCHEME, digest.getBytes(StandardCharsets.UTF_8)));
            replaceHandle(fresh);
            made.complete(fresh);
            return fresh;
        }

        private void replaceHandle(ZooKeeper fresh) {
            handle = fresh;
            if (connected) {
                execute(() -> becomeDisconnected(lostConnection()));
            }
        }
    }
}
