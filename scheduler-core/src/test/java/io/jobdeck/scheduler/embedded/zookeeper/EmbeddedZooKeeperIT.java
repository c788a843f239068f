package io.jobdeck.scheduler.embedded.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedZooKeeperIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void whatWasStoredIsThereAfterARestartAtTheSamePort() throws Exception {
        int port;
        try (EmbeddedZooKeeper first = EmbeddedZooKeeper.start(directory, 0, TIMEOUT)) {
            port = first.port();
            try (CuratorFramework client = connect(first)) {
                client.create().creatingParentsIfNeeded().forPath("/a/b", "kept".getBytes(StandardCharsets.UTF_8));
            }
        }
        try (EmbeddedZooKeeper second = EmbeddedZooKeeper.start(directory, port, TIMEOUT);
                CuratorFramework client = connect(second)) {
            assertThat(second.connectString()).isEqualTo("127.0.0.1:" + port);
            assertThat(client.getData().forPath("/a/b")).asString().isEqualTo("kept");
        }
    }

    @Test
    void noConfigurationFilesPileUp() throws Exception {
        for (int start = 0; start < 3; start++) {
            EmbeddedZooKeeper.start(directory, 0, TIMEOUT).close();
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("data");
        }
    }

    @Test
    void aTakenPortIsNamedAtOnce() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedZooKeeper.start(directory, other.getLocalPort(), TIMEOUT))
                    .isInstanceOf(ZooKeeperStartException.PortInUse.class)
                    .hasMessageContaining("127.0.0.1:" + other.getLocalPort())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void aDirectoryThatCannotHoldDataIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> EmbeddedZooKeeper.start(file, 0, TIMEOUT))
                .isInstanceOf(ZooKeeperStartException.class)
                .hasMessageContaining(file.toString());
    }

    private static CuratorFramework connect(EmbeddedZooKeeper server) throws InterruptedException {
        CuratorFramework client = CuratorFrameworkFactory.newClient(server.connectString(), new RetryOneTime(100));
        client.start();
        client.blockUntilConnected();
        return client;
    }
}
