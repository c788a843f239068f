package io.jobdeck.scheduler.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedClusterIT {

    @TempDir
    private Path temp;

    @Test
    void aStartedClusterServesZooKeeperAndAMasterWithOneAgentOfTheSizeAskedFor() throws Exception {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedOptions.in(temp.resolve("data"))
                .withResources(3, 2048))) {
            try (CuratorFramework client = connect(cluster)) {
                assertThat(client.getChildren().forPath("/")).contains("zookeeper");
            }
            JsonObject agent = onlyAgent(cluster);
            assertThat(agent.getAsJsonObject("resources").get("cpus").getAsDouble()).isEqualTo(3.0);
            assertThat(agent.getAsJsonObject("resources").get("mem").getAsDouble()).isEqualTo(2048.0);
            assertThat(cluster.dataDirectory()).isEqualTo(temp.resolve("data"));
        }
    }

    @Test
    void aSecondStartFindsTheDataTheAddressesAndTheAgentOfTheFirst() throws Exception {
        String zookeeper;
        String master;
        String agent;
        int agentPort;
        try (EmbeddedCluster first = EmbeddedCluster.start(EmbeddedOptions.in(temp))) {
            zookeeper = first.zkConnectString();
            master = first.masterAddress();
            agent = onlyAgent(first).get("id").getAsString();
            agentPort = onlyAgent(first).get("port").getAsInt();
            try (CuratorFramework client = connect(first)) {
                client.create().forPath("/kept");
            }
        }
        try (EmbeddedCluster second = EmbeddedCluster.start(EmbeddedOptions.in(temp));
                CuratorFramework client = connect(second)) {
            assertThat(client.checkExists().forPath("/kept")).isNotNull();
            assertThat(second.zkConnectString()).isEqualTo(zookeeper);
            assertThat(second.masterAddress()).isEqualTo(master);
            assertThat(onlyAgent(second).get("id").getAsString()).isEqualTo(agent);
            assertThat(onlyAgent(second).get("port").getAsInt()).isEqualTo(agentPort);
        }
    }

    @Test
    void portsThatOthersHaveTakenMeanwhileAreReplaced() throws Exception {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new RememberedPorts(one.getLocalPort(), two.getLocalPort()).write(temp.resolve("ports.properties"));

            try (EmbeddedCluster cluster = EmbeddedCluster.start(EmbeddedOptions.in(temp))) {
                assertThat(cluster.zkConnectString()).isNotEqualTo("127.0.0.1:" + one.getLocalPort());
                assertThat(cluster.masterAddress()).isNotEqualTo("127.0.0.1:" + two.getLocalPort());
                assertThat(onlyAgent(cluster).get("active").getAsBoolean()).isTrue();
            }
        }
    }

    @Test
    void aDirectoryInUseIsRefusedNamingItsOwnerAndStaysUnharmed() throws Exception {
        try (EmbeddedCluster owner = EmbeddedCluster.start(EmbeddedOptions.in(temp))) {
            assertThatThrownBy(() -> EmbeddedCluster.start(EmbeddedOptions.in(temp)))
                    .isInstanceOf(EmbeddedFailure.class)
                    .hasMessageContaining(temp.toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("choose another data directory");
            assertThat(onlyAgent(owner).get("active").getAsBoolean()).isTrue();
        }
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> EmbeddedCluster.start(EmbeddedOptions.in(file)))
                .isInstanceOf(EmbeddedFailure.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("is a file");
    }

    @Test
    void aDirectoryThatMayNotBeWrittenIsRefused() throws IOException {
        assumeThat(System.getProperty("user.name")).as("root may write everywhere").isNotEqualTo("root");
        Path closed = Files.createDirectory(temp.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThatThrownBy(() -> EmbeddedCluster.start(EmbeddedOptions.in(closed)))
                .isInstanceOf(EmbeddedFailure.class)
                .hasMessageContaining(closed.toString())
                .hasMessageContaining("cannot be written");
    }

    @Test
    void aDirectoryOnAFileSystemThatTakesNoFilesIsRefused() {
        Path nowhere = Path.of("/proc/jobdeck");
        assumeThat(Path.of("/proc")).as("only Linux has /proc").isDirectory();

        assertThatThrownBy(() -> EmbeddedCluster.start(EmbeddedOptions.in(nowhere)))
                .isInstanceOf(EmbeddedFailure.class)
                .hasMessageContaining("/proc/jobdeck")
                .hasMessageContaining("Choose a data directory");
    }

    private static CuratorFramework connect(EmbeddedCluster cluster) throws InterruptedException {
        CuratorFramework client =
                CuratorFrameworkFactory.newClient(cluster.zkConnectString(), new RetryOneTime(100));
        client.start();
        client.blockUntilConnected();
        return client;
    }

    private static JsonObject onlyAgent(EmbeddedCluster cluster) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + cluster.masterAddress() + "/state")).build();
        String body = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
        JsonObject state = JsonParser.parseString(body).getAsJsonObject();
        assertThat(state.getAsJsonArray("slaves")).hasSize(1);
        return state.getAsJsonArray("slaves").get(0).getAsJsonObject();
    }
}
