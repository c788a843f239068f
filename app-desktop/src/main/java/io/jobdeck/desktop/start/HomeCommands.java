package io.jobdeck.desktop.start;

import io.jobdeck.desktop.connection.ConnectionProfile;
import java.util.List;

/** What a person does with their connections. Interface thread only. */
public interface HomeCommands {

    /** Opens each in a tab of its own, or turns to it. */
    void open(List<ConnectionProfile> profiles);

    /** Asks for a new one, and opens it. */
    void create();

    /** Asks what is to be changed of it. */
    void edit(ConnectionProfile profile);

    /** Asks for a new one that begins as a copy. */
    void copy(ConnectionProfile profile);

    /** Removes them, after asking; the clusters themselves stay as they are. */
    void remove(List<ConnectionProfile> profiles);

    /** Takes connections from a file, which it asks for. */
    void importProfiles();

    /** Writes all connections to a file, which it asks for; without secrets. */
    void exportProfiles();
}
