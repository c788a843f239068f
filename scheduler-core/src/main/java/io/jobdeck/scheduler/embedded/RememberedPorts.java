package io.jobdeck.scheduler.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ports of the last start, so that whoever knew the addresses finds the cluster again. The agent keeps its own, in
 * its own directory.
 *
 * @param zookeeper port of ZooKeeper, 0 if there is none yet
 * @param master port of the master, 0 if there is none yet
 */
record RememberedPorts(int zookeeper, int master) {

    private static final Logger LOG = LoggerFactory.getLogger(RememberedPorts.class);
    private static final int HIGHEST_PORT = 65_535;

    /** Reads them; a file that is missing or unreadable means any port. */
    static RememberedPorts read(Path file) {
        Properties stored = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                stored.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("The ports in {} cannot be read, others are chosen: {}", file, e.getMessage());
            }
        }
        return new RememberedPorts(port(stored, "zookeeper"), port(stored, "master"));
    }

    private static int port(Properties stored, String name) {
        String text = stored.getProperty(name, "0").strip();
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        return port <= HIGHEST_PORT ? port : 0;
    }

    void write(Path file) throws IOException {
        Properties stored = new Properties();
        stored.setProperty("zookeeper", Integer.toString(zookeeper));
        stored.setProperty("master", Integer.toString(master));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (OutputStream out = Files.newOutputStream(next)) {
            stored.store(out, "Ports of the embedded cluster at its last start");
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
