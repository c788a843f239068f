package io.jobdeck.desktop.start;

/** What a person can do when a cluster cannot be opened. */
public interface WaysOn {

    /** Tries the same again. */
    void retry();

    /** Asks for the secrets again. */
    void giveSecrets();

    /** Changes the connection, and tries that. */
    void edit();

    /** Gives it up. */
    void close();
}
