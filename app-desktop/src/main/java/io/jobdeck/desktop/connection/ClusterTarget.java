package io.jobdeck.desktop.connection;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Which cluster a profile leads to. Holds no secret. */
public sealed interface ClusterTarget {

    /**
     * The cluster inside this program.
     *
     * @param dataDirectory where its data is; empty for the usual place
     */
    record Embedded(Optional<Path> dataDirectory) implements ClusterTarget {
        public Embedded {
            Objects.requireNonNull(dataDirectory, "dataDirectory");
        }
    }

    /**
     * A cluster elsewhere.
     *
     * @param connectString ZooKeeper servers, {@code host:port} separated by commas
     * @param namespace first path element of the registry
     * @param digest whether ZooKeeper asks for a digest
     * @param signIn as whom the schedulers are called
     * @param authority PEM file of an authority to trust beside those of this Java; the schedulers must speak TLS then
     */
    record Remote(String connectString, String namespace, boolean digest, SignIn signIn, Optional<Path> authority)
            implements ClusterTarget {
        public Remote {
            Objects.requireNonNull(connectString, "connectString");
            Objects.requireNonNull(namespace, "namespace");
            Objects.requireNonNull(signIn, "signIn");
            Objects.requireNonNull(authority, "authority");
        }

        /** Returns whether anything secret is needed to connect. */
        public boolean needsSecrets() {
            return digest || !(signIn instanceof SignIn.Nobody);
        }
    }
}
