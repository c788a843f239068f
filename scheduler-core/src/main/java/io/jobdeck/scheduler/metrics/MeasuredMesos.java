package io.jobdeck.scheduler.metrics;

import io.jobdeck.scheduler.mesos.CallRejections;
import io.jobdeck.scheduler.mesos.MesosConnector;
import io.jobdeck.scheduler.mesos.MesosDriver;
import org.apache.mesos.v1.scheduler.Mesos;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.apache.mesos.v1.scheduler.Scheduler;

/** Counts what drivers send and receive. */
final class MeasuredMesos implements MesosConnector {

    private final MesosConnector connector;
    private final MesosMeters meters;

    MeasuredMesos(MesosConnector connector, MesosMeters meters) {
        this.connector = connector;
        this.meters = meters;
    }

    @Override
    public MesosDriver connect(Scheduler scheduler, CallRejections rejections) {
        return new Driver(connector.connect(new Callbacks(scheduler), (call, status, reason) -> {
            meters.rejected(call);
            rejections.rejected(call, status, reason);
        }));
    }

    private final class Driver implements MesosDriver {

        private final MesosDriver driver;

        Driver(MesosDriver driver) {
            this.driver = driver;
        }

        @Override
        public void send(Call call) {
            meters.sent(call);
            driver.send(call);
        }

        @Override
        public void reconnect() {
            driver.reconnect();
        }

        @Override
        public void close() {
            driver.close();
            meters.disconnected();
        }
    }

    private final class Callbacks implements Scheduler {

        private final Scheduler scheduler;

        Callbacks(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        public void connected(Mesos mesos) {
            scheduler.connected(mesos);
        }

        @Override
        public void disconnected(Mesos mesos) {
            meters.disconnected();
            scheduler.disconnected(mesos);
        }

        @Override
        public void received(Mesos mesos, Event event) {
            meters.received(event);
            scheduler.received(mesos, event);
        }
    }
}
