package io.jobdeck.scheduler.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A {@link ClusterProcess} with a directory that is thrown away. */
final class Cluster implements AutoCloseable {

    /** Names a system property with more flags for the cluster's Java, to look into it. */
    private static final String FLAGS = "bench.cluster.flags";
    private static final int MEMORY_OF_AGENT_MB = 1_000_000;
    private static final Pattern ZXID = Pattern.compile("Zxid: 0x([0-9a-f]+)");
    private static final Pattern RECEIVED = Pattern.compile("Received: (\\d+)");

    private final Path directory;
    private final Process process;
    private final String zookeeper;
    private final String master;

    private Cluster(Path directory, Process process, String zookeeper, String master) {
        this.directory = directory;
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
        Path directory = Files.createTempDirectory("jobdeck-bench");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"));
        Stream.of(System.getProperty(FLAGS, "").split(" ")).filter(flag -> !flag.isBlank()).forEach(command::add);
        command.addAll(List.of("-Dcom.google.protobuf.use_unsafe_pre22_gencode", "-Dtest.log.level=ERROR",
                "-cp", System.getProperty("java.class.path"), ClusterProcess.class.getName(),
                directory.toString(), Integer.toString(agents), Integer.toString(cpus),
                Integer.toString(MEMORY_OF_AGENT_MB), Long.toString(startMillis)));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader output = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith(ClusterProcess.READY)) {
            line = output.readLine();
        }
        if (line == null) {
            process.destroyForcibly();
            throw new IOException("The cluster did not start");
        }
        String[] words = line.split(" ");
        return new Cluster(directory, process, words[1], words[2]);
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
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
