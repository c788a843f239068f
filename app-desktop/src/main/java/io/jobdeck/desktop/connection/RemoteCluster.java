package io.jobdeck.desktop.connection;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a remote cluster's registry is.
 *
 * @param connectString ZooKeeper servers, {@code host:port} separated by commas
 * @param namespace first path element of the registry
 * @param digest {@code user:password} where ZooKeeper asks for one; kept in memory only
 */
public record RemoteCluster(String connectString, String namespace, Optional<String> digest) {

    public RemoteCluster {
        Objects.requireNonNull(connectString, "connectString");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(digest, "digest");
    }

    /** Returns what people call it. */
    public String title() {
        return namespace + " @ " + connectString;
    }

    /** Says where, never the digest. */
    @Override
    public String toString() {
        return title();
    }
}
