package io.jobdeck.scheduler.mesos.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.mesos.master.MasterLocation.ZooKeeperElection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.curator.test.TestingServer;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Following an election of Mesos masters in a real ZooKeeper. */
@Timeout(60)
class ZooKeeperMastersIT {

    private static final MasterAddress FIRST = new MasterAddress("127.0.0.1", 5071);
    private static final MasterAddress SECOND = new MasterAddress("127.0.0.1", 5072);

    private final BlockingQueue<List<MasterAddress>> heard = new LinkedBlockingQueue<>();
    private TestingServer server;
    private ZooKeeper masters;
    private MasterDetector detector;

    @BeforeEach
    void startZooKeeper() throws Exception {
        server = new TestingServer();
        CountDownLatch connected = new CountDownLatch(1);
        masters = new ZooKeeper(server.getConnectString(), 10_000, event -> {
            if (event.getState() == Watcher.Event.KeeperState.SyncConnected) {
                connected.countDown();
            }
        });
        assertThat(connected.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void stop() throws Exception {
        if (detector != null) {
            detector.close();
        }
        masters.close();
        server.close();
    }

    @Test
    void followsTheLowestMasterAsTheyComeAndGo() throws Exception {
        // given an election nobody has begun
        watch(Optional.empty());
        assertThat(next()).isEmpty();

        // when masters come, the replicated log's node among theirs
        create("/mesos", "");
        create("/mesos/log_replicas", "");
        create("/mesos/json.info_0000000002", info(5072));
        assertThat(next()).containsExactly(SECOND);
        create("/mesos/json.info_0000000001", info(5071));
        assertThat(next()).containsExactly(FIRST);

        // and go, then the next one leads, and at last none
        masters.delete("/mesos/json.info_0000000001", -1);
        assertThat(next()).containsExactly(SECOND);
        masters.delete("/mesos/json.info_0000000002", -1);
        assertThat(next()).isEmpty();
    }

    @Test
    void aMasterThatDoesNotLeadChangesNothing() throws Exception {
        create("/mesos", "");
        create("/mesos/json.info_0000000001", info(5071));
        watch(Optional.empty());
        assertThat(next()).containsExactly(FIRST);

        create("/mesos/json.info_0000000002", info(5072));
        masters.delete("/mesos/json.info_0000000002", -1);
        masters.delete("/mesos/json.info_0000000001", -1);

        assertThat(next()).isEmpty();
    }

    @Test
    void keepsTheLeaderWhileZooKeeperIsAwayAndHearsOfTheNextOneAfterwards() throws Exception {
        create("/mesos", "");
        create("/mesos/json.info_0000000001", info(5071));
        create("/mesos/json.info_0000000002", info(5072));
        watch(Optional.empty());
        assertThat(next()).containsExactly(FIRST);

        // when
        server.restart();
        await().ignoreException(KeeperException.ConnectionLossException.class)
                .until(() -> masters.exists("/mesos", false) != null);
        masters.delete("/mesos/json.info_0000000001", -1);

        // then
        assertThat(next()).containsExactly(SECOND);
        assertThat(heard).isEmpty();
    }

    @Test
    void opensAnotherSessionWhenItsOwnHasExpired() throws Exception {
        create("/mesos", "");
        create("/mesos/json.info_0000000001", info(5071));
        watch(Optional.empty());
        assertThat(next()).containsExactly(FIRST);

        // when the server closes its session, as it does when it expires
        ZooKeeper own = ((ZooKeeperMasters) detector).client();
        ZooKeeper twin = new ZooKeeper(server.getConnectString(), 10_000, event -> { }, own.getSessionId(),
                own.getSessionPasswd());
        twin.close();
        create("/mesos/json.info_0000000000", info(5072));

        // then
        assertThat(next()).containsExactly(SECOND);
    }

    @Test
    void readsAProtectedElectionWithTheCredentialsGiven() throws Exception {
        masters.addAuthInfo("digest", "user:pw".getBytes(StandardCharsets.UTF_8));
        masters.create("/mesos", new byte[0], ZooDefs.Ids.CREATOR_ALL_ACL, CreateMode.PERSISTENT);
        masters.create("/mesos/json.info_0000000001", info(5071).getBytes(StandardCharsets.UTF_8),
                ZooDefs.Ids.CREATOR_ALL_ACL, CreateMode.PERSISTENT);

        watch(Optional.of("user:pw"));

        assertThat(next()).containsExactly(FIRST);
    }

    private void watch(Optional<String> digest) {
        detector = new ZooKeeperMasters(
                new ZooKeeperElection(server.getConnectString(), "/mesos", digest), Duration.ofSeconds(10));
        detector.start(heard::add);
    }

    private List<MasterAddress> next() throws InterruptedException {
        List<MasterAddress> leaders = heard.poll(20, TimeUnit.SECONDS);
        assertThat(leaders).as("news of the leader within 20 seconds").isNotNull();
        return leaders;
    }

    private void create(String path, String data) throws Exception {
        masters.create(path, data.getBytes(StandardCharsets.UTF_8), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
    }

    private static String info(int port) {
        return "{\"address\":{\"hostname\":\"localhost\",\"ip\":\"127.0.0.1\",\"port\":" + port + "},\"id\":\"m\","
                + "\"ip\":16777343,\"port\":" + port + "}";
    }
}
