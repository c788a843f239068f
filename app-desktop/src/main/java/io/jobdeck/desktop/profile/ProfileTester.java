package io.jobdeck.desktop.profile;

import io.jobdeck.desktop.connection.ClusterTarget;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.form.Refusal;
import java.util.function.Consumer;

/** Tries connections without making anyone wait. */
@FunctionalInterface
public interface ProfileTester {

    /**
     * Begins to try it and returns at once. One of the two is called afterwards, on the interface thread; the first one
     * also if it cannot be tried because a secret is not known.
     *
     * @param typed secrets as far as they were typed; what is missing is looked for in the key ring
     */
    void test(ConnectionProfile profile, ClusterTarget.Remote target, Secrets typed, Runnable onReached,
            Consumer<Refusal> onRefused);
}
