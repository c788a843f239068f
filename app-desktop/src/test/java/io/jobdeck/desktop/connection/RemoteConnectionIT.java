package io.jobdeck.desktop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jobdeck.desktop.form.Refusal;
import io.jobdeck.desktop.profile.BackgroundTester;
import io.jobdeck.desktop.profile.MemoryKeyRing;
import io.jobdeck.desktop.profile.Secrets;
import io.jobdeck.desktop.text.Language;
import io.jobdeck.desktop.text.Texts;
import io.jobdeck.scheduler.operations.OperationException;
import io.jobdeck.scheduler.registry.CuratorRegistry;
import io.jobdeck.scheduler.registry.RegistryOptions;
import io.jobdeck.scheduler.registry.RegistryPaths;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteConnectionIT {

    private final List<String> reached = new CopyOnWriteArrayList<>();
    private final List<Refusal> refused = new CopyOnWriteArrayList<>();
    private final BackgroundTester tester = new BackgroundTester(
            new Connections("ann")::remote, new MemoryKeyRing(), Runnable::run,
            new Texts(Language.ENGLISH));

    @AfterEach
    void stop() {
        tester.close();
    }

    @Test
    void showsTheTreeOfTheClusterAndSaysWhenNobodyLeads() throws Exception {
        try (TestingServer zookeeper = new TestingServer()) {
            CuratorRegistry.connect(RegistryOptions.of(zookeeper.getConnectString(), "estate")).close();

            try (Connection connection = open(at(zookeeper.getConnectString(), "estate"))) {
                await().until(() -> connection.tree().nodes().containsKey(RegistryPaths.CONFIG_JOBS));
                assertThat(connection.title()).contains("estate", zookeeper.getConnectString());
                assertThat(connection.caller().name()).isEqualTo("ann");
                assertThat(connection.caller().origin()).isEqualTo("console");
                assertThatThrownBy(() -> connection.operations().triggerJob("invoices", connection.caller()))
                        .isInstanceOf(OperationException.class)
                        .hasMessageContaining("leads");
            }
        }
    }

    @Test
    void aNamespaceThatDoesNotExistIsSaidAtTheNamespaceAndNotCreated() throws Exception {
        try (TestingServer zookeeper = new TestingServer()) {
            connect(at(zookeeper.getConnectString(), "mistyped"));

            await().until(() -> !refused.isEmpty());
            assertThat(refused.get(0).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.field()).isEqualTo(RemoteFields.NAMESPACE);
                assertThat(problem.message()).contains("mistyped");
            });
            assertThat(reached).isEmpty();
        }
    }

    @Test
    void aZooKeeperOutOfReachIsSaidAtTheServersWhileTheCallerGoesOn() throws IOException {
        String nobody = "127.0.0.1:" + freePort();
        connect(at(nobody, "estate"));
        assertThat(refused).isEmpty();

        await().atMost(Duration.ofSeconds(30)).until(() -> !refused.isEmpty());
        assertThat(refused.get(0).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(RemoteFields.CONNECT_STRING);
            assertThat(problem.message()).contains(nobody).doesNotContain("Exception");
        });
    }

    private static Connection open(RemoteCluster cluster) {
        return new Connections("ann").remote(cluster.unnamedProfile(), cluster);
    }

    private void connect(RemoteCluster cluster) {
        ConnectionProfile profile = cluster.unnamedProfile();
        tester.test(profile, (ClusterTarget.Remote) profile.target(), Secrets.NONE, () -> reached.add(cluster.title()),
                refused::add);
    }

    private static RemoteCluster at(String connectString, String namespace) {
        return new RemoteCluster(connectString, namespace, Optional.empty());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
