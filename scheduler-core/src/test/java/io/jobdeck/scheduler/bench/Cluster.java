package io.jobdeck.scheduler.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@link ClusterProcess}. */
final class Cluster implements AutoCloseable {

    private static final int MEMORY_OF_AGENT_MB = 1_000_000;
    private static final Pattern ZXID = Pattern.compile("Zxid: 0x([0-9a-f]+)");
    private static final Pattern RECEIVED = Pattern.compile("Received: (\\d+)");

    private final ChildJvm process;
    private final String zookeeper;
    private final String master;

    private Cluster(ChildJvm process, String zookeeper, String master) {
        this.process = process;
        this.zookeeper = zookeeper;
        this.master = master;
    }

    /**
     * What ZooKeeper has done since its start.
     *
     * @param writes transactions, the beginnings and ends of sessions among them
     * @param requests requests of all kinds, pings among them
     */
    record Work(long writes, long requests) {

        Work since(Work before) {
            return new Work(writes - before.writes, requests - before.requests);
        }
    }

    /** Starts one with so many agents of so many cpus, whose tasks run so many milliseconds after their launch. */
    static Cluster start(int agents, int cpus, long startMillis) throws IOException {
        ChildJvm process = ChildJvm.start(ClusterProcess.class, "1g", List.of(Integer.toString(agents),
                Integer.toString(cpus), Integer.toString(MEMORY_OF_AGENT_MB), Long.toString(startMillis)));
        List<String> addresses = process.await(ClusterProcess.READY);
        return new Cluster(process, addresses.get(0), addresses.get(1));
    }

    String zookeeper() {
        return zookeeper;
    }

    String master() {
        return master;
    }

    Work zooKeeperWork() {
        int colon = zookeeper.indexOf(':');
        try (Socket socket = new Socket(zookeeper.substring(0, colon),
                Integer.parseInt(zookeeper.substring(colon + 1)))) {
            socket.getOutputStream().write("srvr".getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = socket.getInputStream()) {
                String answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                return new Work(Long.parseLong(group(ZXID, answer), 16), Long.parseLong(group(RECEIVED, answer)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("ZooKeeper does not tell " + pattern + ": " + text);
        }
        return matcher.group(1);
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
