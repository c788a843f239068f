package io.jobdeck.desktop.start;

import io.jobdeck.desktop.connection.Connection;
import java.util.function.Consumer;

/** A way to a cluster that takes its time. */
public interface Opening {

    /** Returns whether the cluster is the embedded one, which has a data directory that could be another one. */
    boolean embedded();

    /**
     * Opens the cluster. Blocks; not for the interface thread.
     *
     * @param progress hears what it is at, one line for people, on the calling thread
     * @throws OpeningFailure if it cannot be opened; nothing is left running
     */
    Connection open(Consumer<String> progress) throws OpeningFailure;
}
