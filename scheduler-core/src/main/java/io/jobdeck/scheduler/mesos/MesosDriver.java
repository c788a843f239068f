package io.jobdeck.scheduler.mesos;

import org.apache.mesos.v1.scheduler.Mesos;

/** A connection to the leading Mesos master that can be given up without ending the framework. */
public interface MesosDriver extends Mesos, AutoCloseable {

    /**
     * Drops the connection at once, without TEARDOWN: tasks go on, and the master waits for the framework to come back
     * until its failover timeout. No callback comes after this has returned. May be called from a callback, and twice.
     */
    @Override
    void close();
}
