package io.jobdeck.scheduler.endtoend;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;
import org.awaitility.Awaitility;

/** Three ZooKeeper servers that form an ensemble on loopback, each in a process of its own. */
final class ZooKeeperServers implements AutoCloseable {

    static final int COUNT = 3;

    private final Path directory;
    private final List<Integer> clientPorts = new ArrayList<>();
    private final List<ChildJvm> servers = new ArrayList<>();

    private ZooKeeperServers(Path directory) {
        this.directory = directory;
    }

    static ZooKeeperServers start(Path directory) throws IOException {
        ZooKeeperServers ensemble = new ZooKeeperServers(directory);
        List<Integer> ports = freePorts(3 * COUNT);
        ensemble.clientPorts.addAll(ports.subList(0, COUNT));
        String members = IntStream.range(0, COUNT)
                .mapToObj(server -> "server.%d=127.0.0.1:%d:%d%n".formatted(
                        server + 1, ports.get(COUNT + server), ports.get(2 * COUNT + server)))
                .collect(Collectors.joining());
        for (int server = 0; server < COUNT; server++) {
            Path data = Files.createDirectories(ensemble.data(server));
            Files.writeString(data.resolve("myid"), Integer.toString(server + 1));
            Files.writeString(data.resolve("zoo.cfg"), """
                    tickTime=500
                    initLimit=20
                    syncLimit=10
                    dataDir=%s
                    clientPort=%d
                    clientPortAddress=127.0.0.1
                    maxClientCnxns=0
                    admin.enableServer=false
                    4lw.commands.whitelist=srvr
                    %s""".formatted(data, ports.get(server), members));
            ensemble.servers.add(ensemble.run(server));
        }
        ensemble.awaitWhole();
        return ensemble;
    }

    /** Returns ports that were free a moment ago. */
    static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    /** One server, started with its configuration file. */
    static final class Member {

        private Member() {
        }

        public static void main(String[] arguments) {
            ChildJvm.endWithParent(() -> { });
            QuorumPeerMain.main(arguments);
        }
    }

    private Path data(int server) {
        return directory.resolve("zookeeper-" + (server + 1));
    }

    private ChildJvm run(int server) throws IOException {
        // What the machine's cache holds survives the death of a process, so nothing needs to reach the disk.
        return ChildJvm.start(Member.class, directory.resolve("zookeeper-" + (server + 1) + ".err"),
                List.of("-Xmx64m", "-Dzookeeper.forceSync=no", "-Dzookeeper.preAllocSize=1024"),
                List.of(data(server).resolve("zoo.cfg").toString()));
    }

    int clientPort(int server) {
        return clientPorts.get(server);
    }

    String connectString() {
        return clientPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** Returns which server leads the others. */
    int leader() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(
                () -> IntStream.range(0, COUNT).filter(server -> mode(server).equals("leader")).findFirst(),
                OptionalInt::isPresent).getAsInt();
    }

    void kill(int server) throws InterruptedException {
        servers.get(server).kill();
    }

    void restart(int server) throws IOException {
        servers.set(server, run(server));
    }

    void awaitWhole() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(
                () -> IntStream.range(0, COUNT).noneMatch(server -> mode(server).isEmpty()));
    }

    /** Returns "leader" or "follower"; nothing if it does not serve. */
    private String mode(int server) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), clientPort(server))) {
            socket.setSoTimeout(2000);
            socket.getOutputStream().write("srvr".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .filter(line -> line.startsWith("Mode: ")).map(line -> line.substring(6)).findFirst().orElse("");
        } catch (IOException notServing) {
            return "";
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (ChildJvm server : servers) {
            server.close();
        }
    }
}
