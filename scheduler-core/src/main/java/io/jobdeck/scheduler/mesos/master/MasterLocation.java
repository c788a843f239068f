package io.jobdeck.scheduler.mesos.master;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the setting {@code mesos_url} says (specification, section 1.5): masters by name, or where in ZooKeeper their
 * election is.
 */
public sealed interface MasterLocation {

    /** Returns a detector of the leader that is not yet started. */
    MasterDetector detector();

    /**
     * Reads a setting's text.
     *
     * @param text {@code host:port}, several of them with commas, or {@code zk://[user:password@]host[:port],.../path}
     * @throws MalformedMasterLocationException if it is none of these; no password is in its message
     */
    static MasterLocation parse(String text) {
        String location = text.strip();
        if (location.isEmpty()) {
            throw new MalformedMasterLocationException("no Mesos master is named");
        }
        return location.startsWith(ZooKeeperElection.SCHEME)
                ? ZooKeeperElection.parse(location.substring(ZooKeeperElection.SCHEME.length()))
                : NamedMasters.parse(location);
    }

    /** Masters by address. */
    record NamedMasters(List<MasterAddress> masters) implements MasterLocation {

        public NamedMasters {
            masters = List.copyOf(masters);
        }

        private static NamedMasters parse(String text) {
            if (text.contains("/") || text.contains("@")) {
                throw new MalformedMasterLocationException(
                        "a list of Mesos masters has neither a scheme, a path nor credentials");
            }
            List<MasterAddress> masters = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                masters.add(HostAndPort.parse(part, Optional.empty()));
            }
            return new NamedMasters(masters);
        }

        @Override
        public MasterDetector detector() {
            return new FixedMasters(masters);
        }
    }

    /**
     * The masters' election in ZooKeeper.
     *
     * @param servers connect string, {@code host:port,...} without a path
     * @param path absolute path of the node with the masters' nodes below
     * @param digest {@code user:password}, if the tree is protected
     */
    record ZooKeeperElection(String servers, String path, Optional<String> digest) implements MasterLocation {

        private static final String SCHEME = "zk://";
        private static final int USUAL_PORT = 2181;
        /** As libmesos: twice as long as a ZooKeeper with usual settings takes to replace its own leader. */
        private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);

        private static ZooKeeperElection parse(String text) {
            int at = text.lastIndexOf('@');
            Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(text.substring(0, at));
            if (digest.isPresent() && !digest.get().contains(":")) {
                throw new MalformedMasterLocationException("the part before @ is not user:password");
            }
            String rest = text.substring(at + 1);
            int slash = rest.indexOf('/');
            if (slash < 0 || slash == rest.length() - 1 || rest.endsWith("/") || rest.contains("//")) {
                throw new MalformedMasterLocationException("'%s' names no node of ZooKeeper".formatted(rest));
            }
            List<String> servers = new ArrayList<>();
            for (String part : rest.substring(0, slash).split(",", -1)) {
                servers.add(HostAndPort.parse(part, Optional.of(USUAL_PORT)).toString());
            }
            return new ZooKeeperElection(String.join(",", servers), rest.substring(slash), digest);
        }

        @Override
        public MasterDetector detector() {
            return new ZooKeeperMasters(this, SESSION_TIMEOUT);
        }

        /** Returns the text of the setting without the password. */
        @Override
        public String toString() {
            return SCHEME + digest.map(secret -> "***@").orElse("") + servers + path;
        }
    }
}
