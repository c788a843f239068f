package io.jobdeck.scheduler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jobdeck.scheduler.registry.TransactionResult.Committed;
import io.jobdeck.scheduler.registry.TransactionResult.Reason;
import io.jobdeck.scheduler.registry.TransactionResult.Refused;
import io.jobdeck.scheduler.registry.TransactionResult.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The registry against a real ZooKeeper server. */
@Timeout(120)
class CuratorRegistryIT {

    private static final String JOB = RegistryPaths.configJob("t1");

    private TestingServer server;
    private CuratorRegistry registry;

    @BeforeEach
    void connect() throws Exception {
        server = new TestingServer(true);
        registry = CuratorRegistry.connect(options());
    }

    @AfterEach
    void disconnect() throws Exception {
        registry.close();
        server.close();
    }

    private RegistryOptions options() {
        return RegistryOptions.of(server.getConnectString(), "elastic-job-cloud").withAnswerTimeout(Duration.ofSeconds(20));
    }

    @Test
    void connectingCreatesTheContainersOnceAndLeavesWhatIsThere() {
        // given a registry with a job, connected to for the first time
        registry.commit(Transaction.of(new Change.Create(JOB, "{}")));

        // when another scheduler connects
        try (CuratorRegistry second = CuratorRegistry.connect(options())) {
            // then it finds the containers of the layout and the job
            assertThat(second.children("/state")).containsExactlyInAnyOrder("ready", "running", "failover", "disable");
            assertThat(second.children("/state/disable")).containsExactlyInAnyOrder("app", "job");
            assertThat(second.children("/jobdeck")).contains("app", "job", "disabled", "waiting", "executor");
            assertThat(second.read(JOB)).contains(new TreeNode(JOB, "{}", 0));
        }
    }

    @Test
    void aTransactionHappensAsAWholeAndTellsTheVersions() {
        TransactionResult created = registry.commit(Transaction.of(
                new Change.Create(JOB, "a"), new Change.Set(JOB, "b", 0), new Change.Check(JOB, 1)));
        TransactionResult deleted = registry.commit(Transaction.of(new Change.Delete(JOB, 1)));

        assertThat(created).isEqualTo(new Committed(List.of(0, 1, 1)));
        assertThat(deleted).isEqualTo(new Committed(List.of(-1)));
        assertThat(registry.read(JOB)).isEmpty();
        assertThat(registry.commit(Transaction.of())).isEqualTo(new Committed(List.of()));
    }

    @Test
    void aRefusedTransactionNamesTheChangeAndTheReasonAndChangesNothing() {
        registry.commit(Transaction.of(new Change.Create(JOB, "a")));

        assertThat(List.of(
                registry.commit(Transaction.of(new Change.Set(JOB, "b"), new Change.Create(JOB, "x"))),
                registry.commit(Transaction.of(new Change.Set(JOB, "b"), new Change.Set("/config/job/none", "x"))),
                registry.commit(Transaction.of(new Change.Set(JOB, "b"), new Change.Check(JOB, 7))),
                registry.commit(Transaction.of(new Change.Set(JOB, "b"), new Change.Delete("/config")))))
                .containsExactly(
                        new Refused(1, new Change.Create(JOB, "x"), Reason.NODE_EXISTS),
                        new Refused(1, new Change.Set("/config/job/none", "x"), Reason.NO_NODE),
                        new Refused(1, new Change.Check(JOB, 7), Reason.BAD_VERSION),
                        new Refused(1, new Change.Delete("/config"), Reason.NOT_EMPTY));
        assertThat(registry.read(JOB)).contains(new TreeNode(JOB, "a", 0));
    }

    @Test
    void transactionsSubmittedTogetherSucceedOrFailAloneInTheirOrder() throws Exception {
        // given 2000 versioned writes of one node, of which every hundredth is wrong, handed in at once
        registry.commit(Transaction.of(new Change.Create(JOB, "")));
        List<CompletableFuture<TransactionResult>> results = new ArrayList<>();
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        int version = 0;
        for (int i = 0; i < 2000; i++) {
            int number = i;
            boolean wrong = i % 100 == 50;
            Change.Set change = new Change.Set(JOB, Integer.toString(i), wrong ? 100_000 : version++);
            results.add(registry.submit(Transaction.of(change)).whenComplete((result, none) -> order.add(number)));
        }

        // then each gets its own result, in order
        CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(order).isEqualTo(IntStream.range(0, 2000).boxed().toList());
        for (int i = 0; i < 2000; i++) {
            assertThat(results.get(i).get() instanceof Committed).as("write %s", i).isEqualTo(i % 100 != 50);
        }
        assertThat(registry.read(JOB)).contains(new TreeNode(JOB, "1999", version));
    }

    @Test
    void concurrentVersionedIncrementsLoseNothing() throws Exception {
        // given a counter and 4 clients that each add 100
        registry.commit(Transaction.of(new Change.Create(RegistryPaths.ready("t1"), "0")));
        ExecutorService clients = Executors.newFixedThreadPool(4);

        // when they do it at the same time
        List<Future<?>> done = IntStream.range(0, 4).<Future<?>>mapToObj(i -> clients.submit(() -> add(100))).toList();
        for (Future<?> client : done) {
            client.get(90, TimeUnit.SECONDS);
        }
        clients.shutdown();

        // then nothing is lost
        assertThat(registry.read(RegistryPaths.ready("t1")).orElseThrow().text()).isEqualTo("400");
    }

    private void add(int times) {
        try (CuratorRegistry own = CuratorRegistry.connect(options())) {
            for (int done = 0; done < times;) {
                TreeNode counter = own.read(RegistryPaths.ready("t1")).orElseThrow();
                String more = Integer.toString(Integer.parseInt(counter.text()) + 1);
                TransactionResult result = own.commit(
                        Transaction.of(new Change.Set(counter.path(), more, counter.version())));
                done += result instanceof Committed ? 1 : 0;
            }
        }
    }

    @Test
    void aBrokenConnectionIsUnknownNeverAbsent() throws Exception {
        // given a job, and a server that is gone
        registry.commit(Transaction.of(new Change.Create(JOB, "a")));
        server.stop();

        // then neither reads nor writes pretend to know anything
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThatThrownBy(() -> registry.read(JOB))
                .isInstanceOf(RegistryUnavailableException.class).hasMessageContaining("ZooKeeper"));
        assertThatThrownBy(() -> registry.children("/config/job")).isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> registry.readAll(List.of(JOB))).isInstanceOf(RegistryUnavailableException.class);
        assertThat(registry.commit(Transaction.of(new Change.Set(JOB, "b")))).isInstanceOf(Unknown.class);

        // and when the server is back, the registry works again
        server.restart();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions()
                .until(() -> registry.read(JOB).equals(Optional.of(new TreeNode(JOB, "a", 0))));
    }

    @Test
    void everythingUnderWayIsAnsweredWhenTheConnectionBreaksOrTheRegistryCloses() throws Exception {
        registry.commit(Transaction.of(new Change.Create(JOB, "a")));
        List<CompletableFuture<TransactionResult>> results = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            results.add(registry.submit(Transaction.of(new Change.Set(JOB, Integer.toString(i)))));
            if (i == 2000) {
                server.stop();
            }
        }
        registry.close();
        results.add(registry.submit(Transaction.of(new Change.Set(JOB, "late"))));

        CompletableFuture.allOf(results.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        assertThat(results.get(3000).get()).isInstanceOf(Unknown.class);
    }

    @Test
    void manyNodesAreReadInFewRequests() {
        List<Change> changes = new ArrayList<>();
        IntStream.range(0, 1234).forEach(i -> changes.add(new Change.Create(RegistryPaths.ready("j" + i), "" + i)));
        registry.commit(new Transaction(changes));

        List<String> asked = new ArrayList<>(changes.stream().map(Change::path).toList());
        asked.add(RegistryPaths.ready("missing"));
        Map<String, TreeNode> found = registry.readAll(asked);

        assertThat(found).hasSize(1234);
        assertThat(found.get("/state/ready/j77")).isEqualTo(new TreeNode("/state/ready/j77", "77", 0));
        assertThat(registry.children("/state/ready")).hasSize(1234);
        assertThat(registry.children("/state/missing")).isEmpty();
    }

    @Test
    void textIsUtf8() {
        registry.commit(Transaction.of(new Change.Create(JOB, "每天 ✓")));

        assertThat(registry.read(JOB).orElseThrow().text()).isEqualTo("每天 ✓");
    }

    @Test
    void aDigestShutsOthersOut() {
        RegistryOptions own = RegistryOptions.of(server.getConnectString(), "closed").withDigest("user:secret");
        try (CuratorRegistry owner = CuratorRegistry.connect(own)) {
            owner.commit(Transaction.of(new Change.Create(JOB, "a")));

            assertThat(owner.read(JOB)).isPresent();
            assertThatThrownBy(() -> CuratorRegistry.connect(RegistryOptions.of(server.getConnectString(), "closed")))
                    .isInstanceOf(RegistryUnavailableException.class).hasMessageContaining("digest")
                    .hasMessageNotContaining("secret");
            assertThat(own.toString()).doesNotContain("secret");
        }
    }

    @Test
    void anUnreachableServerIsNamedInOneLine() throws Exception {
        String nobody = server.getConnectString();
        server.stop();

        assertThatThrownBy(() -> CuratorRegistry.connect(
                RegistryOptions.of(nobody, "x").withDigest("u:secret").withConnectTimeout(Duration.ofSeconds(1))))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(nobody).hasMessageContaining("Check").hasMessageNotContaining("secret");
    }

    @Test
    void aMistypedNamespaceIsAnErrorWhereNothingMayBeCreated() {
        RegistryOptions mistyped = RegistryOptions.of(server.getConnectString(), "elastic-job-clod").withoutCreatingLayout();

        assertThatThrownBy(() -> CuratorRegistry.connect(mistyped)).isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("elastic-job-clod");
        assertThatThrownBy(() -> CuratorRegistry.connect(mistyped)).isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void aBlockingCallOnTheEventThreadIsRefusedInsteadOfWaitingForEver() throws Exception {
        CompletableFuture<Object> outcome = registry.submit(Transaction.of()).handle((result, none) -> {
            try {
                return registry.read(JOB);
            } catch (IllegalStateException refused) {
                return refused;
            }
        });

        assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTransactionThatZooKeeperCouldNotTakeIsRefusedBeforeItCutsTheConnection() {
        String huge = "x".repeat(1 << 20);

        assertThatThrownBy(() -> registry.submit(Transaction.of(new Change.Create(JOB, huge))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("bytes");
        assertThatThrownBy(() -> registry.submit(Transaction.of(new Change.Create("no-slash", ""))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(registry.read(JOB)).isEmpty();
    }
}
