package io.jobdeck.scheduler.embedded.agent;

import org.apache.mesos.v1.executor.Protos.Event;

/** The stream of events to one connected executor. Calls return at once and never fail: a broken one is closed. */
interface ExecutorChannel {

    /** Sends an event; lost if the executor is not there any more. */
    void send(Event event);

    /** Ends the stream. */
    void close();
}
