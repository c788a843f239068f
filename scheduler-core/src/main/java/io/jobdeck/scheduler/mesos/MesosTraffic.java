package io.jobdeck.scheduler.mesos;

import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;

/** Hears what passes between a scheduler and its driver; must return soon and not throw. */
public interface MesosTraffic {

    /** A call is about to be handed to the driver, on the thread that hands it over. */
    void sent(Call call);

    /** The master refused a call, on the driver's thread. */
    void rejected(Call call);

    /** An event is about to be handed to the scheduler, on the driver's thread. */
    void received(Event event);

    /** The connection is lost, or the driver is closed; may be told twice. */
    default void disconnected() {
    }
}
