package io.jobdeck.desktop.connection;

import java.util.Objects;
import java.util.Optional;

/**
 * A cluster as a person at this console knows it. Holds no secret.
 *
 * @param id stable, unique among the profiles
 * @param name what people call it
 * @param colour by which they know it
 * @param target which cluster it is
 * @param production whether a mistake in it is dear, so that it is marked and asks more often
 * @param readOnly whether nothing can be changed in it until a person allows that for the session
 * @param keepSecrets whether its secrets are kept in the key ring of the system
 */
public record ConnectionProfile(String id, String name, ProfileColour colour, ClusterTarget target, boolean production,
        boolean readOnly, boolean keepSecrets) {

    private static final String EMBEDDED = "embedded";

    public ConnectionProfile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(colour, "colour");
        Objects.requireNonNull(target, "target");
    }

    /** Returns the profile of the embedded cluster in its usual place, which is there from the beginning. */
    public static ConnectionProfile embedded(String name) {
        return new ConnectionProfile(EMBEDDED, name, ProfileColour.BLUE, new ClusterTarget.Embedded(Optional.empty()),
                false, false, false);
    }

    /** Returns the same, with its secrets kept in the key ring or not. */
    public ConnectionProfile keepingSecrets(boolean kept) {
        return new ConnectionProfile(id, name, colour, target, production, readOnly, kept);
    }

    /** Returns whether it is the cluster inside this program. */
    public boolean isEmbedded() {
        return target instanceof ClusterTarget.Embedded;
    }

    /** Returns whether a mistake in it is dear. */
    public boolean isProduction() {
        return production;
    }

    /** Returns whether it begins read-only; {@link Connection#readOnlyProperty()} says whether it is so now. */
    public boolean isReadOnly() {
        return readOnly;
    }
}
