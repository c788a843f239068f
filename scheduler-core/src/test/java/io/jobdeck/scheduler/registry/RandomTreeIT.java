package io.jobdeck.scheduler.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingCluster;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two clients change a small tree at random, through broken connections and expired sessions; whenever they pause, the
 * live tree, what its listener was told, and a full read must be the same.
 */
@Timeout(300)
class RandomTreeIT {

    private static final int ROUNDS = 8;
    private static final int BURST = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void throughBrokenConnectionsTheLiveTreeIsWhatAFullReadFinds(long seed) throws Exception {
        Random random = new Random(seed);
        Replica replica = new Replica();
        try (TestingServer server = new TestingServer(true);
                CuratorRegistry registry = CuratorRegistry.connect(options(server));
                CuratorRegistry stranger = CuratorRegistry.connect(options(server));
                LiveTree tree = registry.liveTree()) {
            tree.listen(replica);
            for (int round = 0; round < ROUNDS; round++) {
                List<CompletableFuture<TransactionResult>> results = burst(random, List.of(registry, stranger));
                disturb(random, server, registry);
                results.addAll(burst(random, List.of(registry, stranger)));
                results.forEach(CompletableFuture::join);
                awaitSame(seed, round, stranger, tree, replica);
            }
        }
    }

    @Test
    void treesLoadedInTheMidstOfChangesAreWhatAFullReadFinds() throws Exception {
        try (TestingServer server = new TestingServer(true)) {
            loadInTheMidst(server.getConnectString(), server.getConnectString());
        }
    }

    @Test
    void soAreTreesOfAnEnsembleWhoseClientsAreConnectedToDifferentServers() throws Exception {
        try (TestingCluster ensemble = new TestingCluster(3)) {
            ensemble.start();
            List<InstanceSpec> servers = List.copyOf(ensemble.getInstances());
            loadInTheMidst(address(servers.get(0)), address(servers.get(1)));
        }
    }

    private static String address(InstanceSpec server) {
        return server.getHostname() + ":" + server.getPort();
    }

    private static void loadInTheMidst(String ownServer, String otherServer) throws Exception {
        try (CuratorRegistry registry = CuratorRegistry.connect(options(ownServer));
                CuratorRegistry stranger = CuratorRegistry.connect(options(otherServer))) {
            for (long seed = 0; seed < 30; seed++) {
                Random random = new Random(seed);
                Replica replica = new Replica();
                List<CompletableFuture<TransactionResult>> results = burst(random, List.of(registry, stranger));
                try (LiveTree tree = registry.liveTree()) {
                    tree.listen(replica);
                    results.addAll(burst(random, List.of(registry, stranger)));
                    results.forEach(CompletableFuture::join);
                    awaitSame(seed, 0, registry, tree, replica);
                }
            }
        }
    }

    private static RegistryOptions options(TestingServer server) {
        return options(server.getConnectString());
    }

    private static RegistryOptions options(String connectString) {
        return RegistryOptions.of(connectString, "random").withConnectTimeout(Duration.ofSeconds(30));
    }

    private static List<CompletableFuture<TransactionResult>> burst(Random random, List<CuratorRegistry> clients) {
        List<CompletableFuture<TransactionResult>> results = new ArrayList<>();
        for (int i = 0; i < BURST; i++) {
            results.add(clients.get(random.nextInt(clients.size())).submit(transaction(random)));
        }
        return results;
    }

    private static Transaction transaction(Random random) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            String parent = "/config/job/" + (char) ('a' + random.nextInt(4));
            String path = random.nextInt(3) == 0 ? parent : parent + "/" + random.nextInt(4);
            changes.add(switch (random.nextInt(4)) {
                case 0, 1 -> new Change.Create(path, "c" + random.nextInt(3));
                case 2 -> new Change.Set(path, "s" + random.nextInt(1000));
                default -> new Change.Delete(path);
            });
        }
        return new Transaction(changes);
    }

    private static void disturb(Random random, TestingServer server, CuratorRegistry registry) throws Exception {
        switch (random.nextInt(4)) {
            case 0 -> server.restart();
            case 1 -> Sessions.expire(registry, server.getConnectString());
            default -> { }
        }
    }

    private static void awaitSame(long seed, int round, CuratorRegistry reader, LiveTree tree, Replica replica) {
        await("seed " + seed + ", round " + round).atMost(Duration.ofSeconds(40)).ignoreExceptions()
                .untilAsserted(() -> {
                    Map<String, TreeNode> all = new HashMap<>();
                    collect(reader, "/config", all);
                    assertThat(below(tree.nodes())).isEqualTo(all);
                    assertThat(below(replica.nodes())).isEqualTo(all);
                    assertThat(replica.isCurrent()).isTrue();
                });
    }

    private static Map<String, TreeNode> below(Map<String, TreeNode> nodes) {
        Map<String, TreeNode> config = new HashMap<>(nodes);
        config.keySet().removeIf(path -> !path.startsWith("/config"));
        return config;
    }

    private static void collect(CuratorRegistry reader, String path, Map<String, TreeNode> all) {
        reader.read(path).ifPresent(node -> {
            all.put(path, node);
            reader.children(path).forEach(name -> collect(reader, path + "/" + name, all));
        });
    }
}
