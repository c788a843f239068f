package io.jobdeck.scheduler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.curator.test.TestingServer;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The live tree against a real ZooKeeper server. */
@Timeout(180)
class WatchedTreeIT {

    private static final String JOB = RegistryPaths.configJob("t1");

    private TestingServer server;
    private CuratorRegistry registry;
    private CuratorRegistry stranger;
    private LiveTree tree;
    private final Replica replica = new Replica();

    @BeforeEach
    void connect() throws Exception {
        server = new TestingServer(true);
        registry = CuratorRegistry.connect(options());
        stranger = CuratorRegistry.connect(options());
        tree = registry.liveTree();
        tree.listen(replica);
        await().until(replica::isCurrent);
        replica.drain();
    }

    @AfterEach
    void disconnect() throws Exception {
        stranger.close();
        registry.close();
        server.close();
    }

    private RegistryOptions options() {
        return RegistryOptions.of(server.getConnectString(), "elastic-job-cloud");
    }

    @Test
    void aListenerThatComesLaterHearsTheWholeTreeFirst() {
        stranger.commit(Transaction.of(new Change.Create(JOB, "a")));
        await().until(() -> tree.nodes().containsKey(JOB));

        Replica late = new Replica();
        tree.listen(late);

        await().until(late::isCurrent);
        assertThat(late.drain()).singleElement().isInstanceOfSatisfying(TreeEvent.Loaded.class, loaded ->
                assertThat(loaded.nodes()).containsKeys(JOB, "/config", "/jobdeck/executor").isEqualTo(tree.nodes()));
    }

    @Test
    void changesByOthersAreHeardInTheirOrder() {
        stranger.commit(Transaction.of(new Change.Create(JOB, "a")));
        stranger.commit(Transaction.of(new Change.Create(RegistryPaths.ready("t1"), "1")));
        await().until(() -> replica.heard().size() == 2);
        stranger.commit(Transaction.of(new Change.Set(JOB, "b"), new Change.Delete(RegistryPaths.ready("t1"))));
        await().until(() -> replica.heard().size() == 4);

        assertThat(replica.drain()).containsExactly(
                new TreeEvent.Put(new TreeNode(JOB, "a", 0)),
                new TreeEvent.Put(new TreeNode(RegistryPaths.ready("t1"), "1", 0)),
                new TreeEvent.Put(new TreeNode(JOB, "b", 1)),
                new TreeEvent.Removed(RegistryPaths.ready("t1")));
    }

    @Test
    void aDeletedSubtreeIsHeardNodeByNodeFromBelow() {
        String parent = RegistryPaths.running("d1");
        stranger.commit(Transaction.of(new Change.Create(parent, ""), new Change.Create(parent + "/d1@-@0", "x")));
        await().until(() -> replica.heard().size() == 2);
        replica.drain();

        stranger.commit(Transaction.of(new Change.Delete(parent + "/d1@-@0"), new Change.Delete(parent)));

        await().until(() -> replica.heard().size() == 2);
        assertThat(replica.drain()).containsExactly(
                new TreeEvent.Removed(parent + "/d1@-@0"), new TreeEvent.Removed(parent));
    }

    @Test
    void ownChangesShowBeforeTheResultArrives() throws Exception {
        for (int i = 0; i < 200; i++) {
            String path = RegistryPaths.configJob("own" + i);
            CompletableFuture<Object> seen = registry
                    .submit(Transaction.of(new Change.Create(path, "a"), new Change.Set(path, "b")))
                    .thenApply(result -> tree.nodes().get(path));

            assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(new TreeNode(path, "b", 1));
        }
    }

    @Test
    void ownChangesCostNoReads() throws Exception {
        long before = packetsReceived();

        for (int i = 0; i < 100; i++) {
            registry.commit(Transaction.of(new Change.Create(RegistryPaths.configJob("own" + i), "a")));
        }

        assertThat(packetsReceived() - before).isLessThan(110);
        assertThat(tree.nodes()).containsKey(RegistryPaths.configJob("own99"));
    }

    /** Asks the server, with its command {@code srvr}, how many requests it has received. */
    private long packetsReceived() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            socket.getOutputStream().write("srvr".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.lines().filter(line -> line.startsWith("Received: "))
                    .mapToLong(line -> Long.parseLong(line.substring("Received: ".length()))).findFirst().orElseThrow();
        }
    }

    @Test
    void whileTheServerIsAwayTheTreeSaysSoAndKeepsWhatItKnew() throws Exception {
        registry.commit(Transaction.of(new Change.Create(JOB, "a")));
        replica.drain();

        server.stop();
        await().atMost(Duration.ofSeconds(20)).until(() -> !replica.isCurrent());
        assertThat(replica.drain()).first().isInstanceOfSatisfying(TreeEvent.Stale.class,
                stale -> assertThat(stale.cause()).contains(server.getConnectString()));
        assertThat(tree.nodes()).containsKey(JOB);

        server.restart();
        await().atMost(Duration.ofSeconds(30)).until(replica::isCurrent);
        assertThat(tree.nodes()).containsEntry(JOB, new TreeNode(JOB, "a", 0));
        stranger.close();
        stranger = CuratorRegistry.connect(options());
        stranger.commit(Transaction.of(new Change.Set(JOB, "b")));
        await().until(() -> tree.nodes().get(JOB).text().equals("b"));
    }

    @Test
    void afterAnExpiredSessionTheTreeIsLoadedAfreshAndGoesOn() throws Exception {
        Sessions.expire(registry, server.getConnectString());
        await().atMost(Duration.ofSeconds(30)).until(() -> replica.heard().stream().anyMatch(TreeEvent.Stale.class::isInstance));
        stranger.commit(Transaction.of(new Change.Create(JOB, "a")));
        await().atMost(Duration.ofSeconds(30)).until(replica::isCurrent);

        stranger.commit(Transaction.of(new Change.Set(JOB, "b")));

        await().until(() -> new TreeNode(JOB, "b", 1).equals(replica.nodes().get(JOB)));
        assertThat(registry.commit(Transaction.of(new Change.Set(JOB, "c")))).isInstanceOf(TransactionResult.Committed.class);
        assertThat(replica.nodes().get(JOB).text()).isEqualTo("c");
    }

    @Test
    void aNodeThatCannotBeReadMakesTheTreeStaleAndNamesItsPath() throws Exception {
        // given a node that only somebody else may read
        String secret = "/elastic-job-cloud" + JOB;
        try (ZooKeeper other = new ZooKeeper(server.getConnectString(), 10_000, event -> { })) {
            other.addAuthInfo("digest", "other:one".getBytes(StandardCharsets.UTF_8));
            other.create(secret, new byte[0], ZooDefs.Ids.CREATOR_ALL_ACL, CreateMode.PERSISTENT);

            // when a tree is loaded, then it does not pretend to be complete, and says why
            Replica second = new Replica();
            LiveTree incomplete = stranger.liveTree();
            incomplete.listen(second);
            await().until(() -> !second.heard().isEmpty());
            assertThat(second.isCurrent()).isFalse();
            assertThat(second.heard()).last().isInstanceOfSatisfying(TreeEvent.Stale.class,
                    stale -> assertThat(stale.cause()).contains(secret).contains("not permitted"));

            // and when the node is gone, it is in sync by itself
            other.delete(secret, -1);
            await().atMost(Duration.ofSeconds(30)).until(second::isCurrent);
            assertThat(incomplete.nodes()).containsKey("/config/job").doesNotContainKey(JOB);
        }
    }

    @Test
    void aParentWithMoreChildrenThanTheDefaultBufferHoldsIsLoadedWhole() {
        // given 80 000 children of one node, whose names take more than 1 MB
        List<CompletableFuture<TransactionResult>> results = new ArrayList<>();
        for (int i = 0; i < 80_000; i++) {
            results.add(stranger.submit(Transaction.of(
                    new Change.Create(RegistryPaths.executor("executor-" + i), "{}"))));
        }
        results.forEach(result -> assertThat(result.join()).isInstanceOf(TransactionResult.Committed.class));

        // when another tree is loaded
        Replica second = new Replica();
        try (LiveTree other = stranger.liveTree()) {
            other.listen(second);
            await().atMost(Duration.ofSeconds(60)).until(second::isCurrent);

            // then it holds all of them, and the first tree has heard of all of them
            assertThat(other.nodes()).hasSizeGreaterThan(80_000);
            await().atMost(Duration.ofSeconds(60)).until(() -> tree.nodes().size() == other.nodes().size());
            assertThat(tree.nodes()).isEqualTo(other.nodes());
        }
    }

    @Test
    void aClosedTreeSaysNothingMore() {
        tree.close();
        registry.commit(Transaction.of(new Change.Create(JOB, "a")));

        Replica second = new Replica();
        try (LiveTree other = registry.liveTree()) {
            other.listen(second);
            await().until(second::isCurrent);
            registry.commit(Transaction.of(new Change.Set(JOB, "b")));
            assertThat(second.nodes().get(JOB).text()).isEqualTo("b");
        }
        assertThat(replica.drain()).isEmpty();
    }
}
