package io.jobdeck.desktop.connection;

import io.jobdeck.scheduler.access.Credentials;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a remote cluster's registry is, and how this console shows its schedulers who it is.
 *
 * @param connectString ZooKeeper servers, {@code host:port} separated by commas
 * @param namespace first path element of the registry
 * @param digest {@code user:password} where ZooKeeper asks for one; kept in memory only
 * @param credentials account or token where the schedulers ask for one; kept in memory only
 * @param authority PEM file of an authority to trust beside those of this Java; the schedulers must speak TLS then
 */
public record RemoteCluster(String connectString, String namespace, Optional<String> digest,
        Optional<Credentials> credentials, Optional<Path> authority) {

    public RemoteCluster {
        Objects.requireNonNull(connectString, "connectString");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(authority, "authority");
    }

    /** A cluster whose schedulers take everybody's calls. */
    public RemoteCluster(String connectString, String namespace, Optional<String> digest) {
        this(connectString, namespace, digest, Optional.empty(), Optional.empty());
    }

    /** Returns the profile of a cluster that was named without one, as on the command line. */
    public ConnectionProfile unnamedProfile() {
        SignIn signIn = credentials.<SignIn>map(given -> given instanceof Credentials.Password password
                ? new SignIn.Account(password.account()) : new SignIn.Token()).orElseGet(SignIn.Nobody::new);
        return new ConnectionProfile(title(), title(), ProfileColour.GREY, new ClusterTarget.Remote(connectString,
                namespace, digest.isPresent(), signIn, authority), false, false, false);
    }

    /** Returns where it is, and nothing secret. */
    public String title() {
        return namespace + " @ " + connectString;
    }

    /** Says where, and nothing secret. */
    @Override
    public String toString() {
        return title();
    }
}
