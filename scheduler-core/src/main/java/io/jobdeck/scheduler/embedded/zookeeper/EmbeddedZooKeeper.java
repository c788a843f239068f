package io.jobdeck.scheduler.embedded.zookeeper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.zookeeper.server.embedded.ExitHandler;
import org.apache.zookeeper.server.embedded.ZooKeeperServerEmbedded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stand-alone ZooKeeper server with its data in a directory, where it is found again at the next start. It listens on
 * 127.0.0.1 only and never ends this program. Not thread-safe.
 */
public final class EmbeddedZooKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedZooKeeper.class);
    private static final String GENERATED_FILES = "zookeeper.configuration*.properties";

    private final Path directory;
    private final int port;
    private final ZooKeeperServerEmbedded server;

    private EmbeddedZooKeeper(Path directory, int port, ZooKeeperServerEmbedded server) {
        this.directory = directory;
        this.port = port;
        this.server = server;
    }

    /**
     * Starts a server and waits until it serves.
     *
     * @param directory where its data is, created if missing
     * @param wantedPort port, or 0 for any free one
     * @param timeout how long it may take; a large tree needs some seconds to be read
     * @throws ZooKeeperStartException.PortInUse if the port is taken
     * @throws ZooKeeperStartException if it cannot be started for another reason
     */
    public static EmbeddedZooKeeper start(Path directory, int wantedPort, Duration timeout)
            throws ZooKeeperStartException {
        int port = probe(wantedPort);
        ZooKeeperServerEmbedded server = null;
        try {
            Files.createDirectories(directory);
            removeGeneratedFiles(directory);
            server = ZooKeeperServerEmbedded.builder()
                    .baseDir(directory)
                    .configuration(configuration(port))
                    .exitHandler(ExitHandler.LOG_ONLY)
                    .build();
            server.start(timeout.toMillis());
            LOG.info("Embedded ZooKeeper serves 127.0.0.1:{} from {}", port, directory);
            return new EmbeddedZooKeeper(directory, port, server);
        } catch (Exception failure) {
            if (server != null) {
                server.close();
            }
            throw new ZooKeeperStartException("The embedded ZooKeeper did not start with its data in " + directory + " ("
                    + reason(failure, timeout) + "). See the log for its own words, free disk space, or choose another"
                    + " data directory.", failure);
        }
    }

    private static String reason(Exception failure, Duration timeout) {
        return failure.getMessage() != null ? failure.getMessage()
                : "no answer within " + timeout.toSeconds() + " s";
    }

    /** Returns {@code 127.0.0.1:PORT}. */
    public String connectString() {
        return "127.0.0.1:" + port;
    }

    /** Returns the port it listens on. */
    public int port() {
        return port;
    }

    /** Stops the server; its data stays. */
    @Override
    public void close() {
        server.close();
        try {
            removeGeneratedFiles(directory);
        } catch (IOException e) {
            LOG.warn("Files left by ZooKeeper in {} cannot be removed: {}", directory, e.getMessage());
        }
    }

    /** ZooKeeper itself would only log that the port is taken, and its start would wait out the whole timeout. */
    private static int probe(int port) throws ZooKeeperStartException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ZooKeeperStartException.PortInUse(port, e);
        }
    }

    private static Properties configuration(int port) {
        Properties configuration = new Properties();
        configuration.setProperty("clientPort", Integer.toString(port));
        configuration.setProperty("clientPortAddress", "127.0.0.1");
        configuration.setProperty("tickTime", "2000");
        configuration.setProperty("maxClientCnxns", "0");
        configuration.setProperty("admin.enableServer", "false");
        configuration.setProperty("4lw.commands.whitelist", "ruok,srvr");
        configuration.setProperty("autopurge.snapRetainCount", "3");
        configuration.setProperty("autopurge.purgeInterval", "1");
        configuration.setProperty("preAllocSize", "16384");
        return configuration;
    }

    /** Every start leaves one more of them behind. */
    private static void removeGeneratedFiles(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, GENERATED_FILES)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
