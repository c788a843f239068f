package io.jobdeck.scheduler.registry;

import org.apache.zookeeper.client.ConnectStringParser;

/** Checks connect strings before anything is started with them. */
final class ConnectString {

    private ConnectString() {
    }

    /**
     * Demands {@code host:port}, several of them separated by commas, and optionally a path after the last.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static void check(String text) {
        try {
            boolean malformed = text.isBlank() || text.contains("://") || new ConnectStringParser(text)
                    .getServerAddresses().stream()
                    .anyMatch(server -> server.getHostString().isBlank() || server.getPort() == 0);
            if (malformed) {
                throw malformed(text, null);
            }
        } catch (IllegalArgumentException bad) {
            throw malformed(text, bad);
        }
    }

    private static IllegalArgumentException malformed(String text, Exception cause) {
        return new IllegalArgumentException(
                "\"" + text + "\" is not a list of ZooKeeper servers; an example is zk1:2181,zk2:2181", cause);
    }
}
