package io.jobdeck.desktop.start;

import io.jobdeck.desktop.connection.Connection;
import io.jobdeck.desktop.connection.ConnectionProfile;
import io.jobdeck.desktop.profile.Secrets;
import java.util.function.Consumer;

/** A way to a cluster that takes its time. */
public interface Opening {

    /** Returns which cluster it leads to. */
    ConnectionProfile profile();

    /**
     * Opens the cluster. Blocks; not for the interface thread.
     *
     * @param secrets those that the cluster needs
     * @param progress hears what it is at, one line for people, on the calling thread
     * @throws OpeningFailure if it cannot be opened; nothing is left running
     */
    Connection open(Secrets secrets, Consumer<String> progress) throws OpeningFailure;
}
