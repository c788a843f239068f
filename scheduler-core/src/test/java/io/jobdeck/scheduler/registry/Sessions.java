package io.jobdeck.scheduler.registry;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooKeeper;

/** Ends other clients' sessions, as the server does when it has not heard of them for too long. */
final class Sessions {

    private Sessions() {
    }

    /** Expires the session of a registry on the server: its ephemeral nodes are gone when this returns. */
    static void expire(CuratorRegistry registry, String connectString) throws Exception {
        ZooKeeper victim = registry.session().handle();
        CountDownLatch connected = new CountDownLatch(1);
        try (ZooKeeper twin = new ZooKeeper(connectString, 10_000, event -> {
            if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
                connected.countDown();
            }
        }, victim.getSessionId(), victim.getSessionPasswd())) {
            if (!connected.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The session could not be taken over");
            }
        }
    }
}
