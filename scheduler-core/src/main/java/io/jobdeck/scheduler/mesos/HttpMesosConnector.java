package io.jobdeck.scheduler.mesos;

import io.jobdeck.scheduler.mesos.master.MasterLocation;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.mesos.v1.scheduler.Scheduler;

/** Opens {@link HttpMesos} drivers in real time. */
public final class HttpMesosConnector implements MesosConnector {

    private final MasterLocation masters;
    private final DriverSettings settings;

    public HttpMesosConnector(MasterLocation masters, DriverSettings settings) {
        this.masters = masters;
        this.settings = settings;
    }

    @Override
    public MesosDriver connect(Scheduler scheduler, CallRejections rejections) {
        Backoff backoff = Backoff.usual(() -> ThreadLocalRandom.current().nextDouble());
        return new HttpMesos(scheduler, rejections, masters.detector(), settings, new SystemTimer("mesos-driver-timer"),
                backoff).start();
    }
}
