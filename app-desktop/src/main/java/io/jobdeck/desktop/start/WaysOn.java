package io.jobdeck.desktop.start;

/** What a person can do when a cluster cannot be opened. */
public interface WaysOn {

    /** Tries the same again. */
    void retry();

    /** Asks for another data directory and starts the embedded cluster in it. */
    void chooseDataDirectory();

    /** Asks for a remote cluster and connects to it. */
    void connectToRemote();

    /** Gives it up. */
    void close();
}
