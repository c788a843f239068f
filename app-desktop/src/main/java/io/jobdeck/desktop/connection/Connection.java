package io.jobdeck.desktop.connection;

import io.jobdeck.scheduler.operations.Caller;
import io.jobdeck.scheduler.operations.SchedulerOperations;
import io.jobdeck.scheduler.registry.LiveTree;

/** A cluster that the console shows: its live tree, and the operations on it. */
public interface Connection extends AutoCloseable {

    /** Returns what people call it. */
    String title();

    /** Returns the live tree. */
    LiveTree tree();

    /** Returns the operations, in-process for the embedded cluster and over REST for a remote one. */
    SchedulerOperations operations();

    /** Returns who the person at this console is. */
    Caller caller();

    /** Ends the connection, and the embedded cluster if it is one. Blocks; not for the interface thread. */
    @Override
    void close();
}
