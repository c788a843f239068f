package io.jobdeck.desktop.profile;

import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.RemoteCluster;
import io.jobdeck.desktop.connection.SignIn;
import io.jobdeck.scheduler.access.Credentials;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What must not be written down: kept in memory, and in the key ring where a person wants that. Its text form shows
 * nothing.
 *
 * @param digest {@code user:password} for ZooKeeper
 * @param signIn password of the account, or token
 */
public record Secrets(Optional<String> digest, Optional<String> signIn) {

    /** Nothing is known. */
    public static final Secrets NONE = new Secrets(Optional.empty(), Optional.empty());

    public Secrets {
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(signIn, "signIn");
    }

    /** Returns whether they are all that the cluster needs. */
    public boolean suffice(ClusterTarget.Remote target) {
        return (!target.digest() || digest.isPresent())
                && (target.signIn() instanceof SignIn.Nobody || signIn.isPresent());
    }

    /** Returns these, and from the others what these lack. */
    public Secrets or(Secrets others) {
        return new Secrets(digest.or(others::digest), signIn.or(others::signIn));
    }

    /** Returns the cluster together with those it needs. */
    public RemoteCluster cluster(ClusterTarget.Remote target) {
        return new RemoteCluster(target.connectString(), target.namespace(), digest.filter(given -> target.digest()),
                credentials(target.signIn()), target.authority());
    }

    private Optional<Credentials> credentials(SignIn how) {
        if (how instanceof SignIn.Account account) {
            return signIn.map(password -> new Credentials.Password(account.name(), password));
        }
        return how instanceof SignIn.Token ? signIn.map(Credentials.Token::new) : Optional.empty();
    }

    /** Returns each of them, and of the digest its password alone too. */
    public Stream<String> all() {
        return Stream.concat(signIn.stream(),
                digest.stream().flatMap(pair -> Stream.of(pair, pair.substring(pair.indexOf(':') + 1))));
    }

    @Override
    public String toString() {
        return "secrets";
    }
}
