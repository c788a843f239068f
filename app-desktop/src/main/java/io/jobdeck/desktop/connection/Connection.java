package io.jobdeck.desktop.connection;

import io.jobdeck.scheduler.insight.ClusterInsight;
import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.LiveTree;
import javafx.beans.property.BooleanProperty;

/** A cluster that the console shows: its live tree, and the operations on it. */
public interface Connection extends AutoCloseable {

    /** Returns what people know it by, and whether it is production. */
    ConnectionProfile profile();

    /**
     * Whether nothing must be changed through this connection now. It begins as the profile says, and a person switches it
     * for the session. Interface thread only.
     */
    BooleanProperty readOnlyProperty();

    /** Returns what people call it. */
    default String title() {
        return profile().name();
    }

    /** Returns the live tree. */
    LiveTree tree();

    /** Returns the operations, in-process for the embedded cluster and over REST for a remote one. */
    SchedulerOperations operations();

    /** Returns what the cluster tells of its agents and of tasks' files, on the same way. */
    ClusterInsight insight();

    /** Returns who the person at this console is. */
    Caller caller();

    /** Ends the connection, and the embedded cluster if it is one. Blocks; not for the interface thread. */
    @Override
    void close();
}
