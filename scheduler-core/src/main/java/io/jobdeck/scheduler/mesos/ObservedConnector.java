package io.jobdeck.scheduler.mesos;

import org.apache.mesos.v1.scheduler.Mesos;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.apache.mesos.v1.scheduler.Scheduler;

/** Opens the drivers of another connector and tells of their traffic. Thread-safe if both of them are. */
public final class ObservedConnector implements MesosConnector {

    private final MesosConnector connector;
    private final MesosTraffic traffic;

    /** Opens no driver yet. */
    public ObservedConnector(MesosConnector connector, MesosTraffic traffic) {
        this.connector = connector;
        this.traffic = traffic;
    }

    @Override
    public MesosDriver connect(Scheduler scheduler, CallRejections rejections) {
        return new Driver(connector.connect(new Callbacks(scheduler), (call, status, reason) -> {
            traffic.rejected(call);
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
            traffic.sent(call);
            driver.send(call);
        }

        @Override
        public void reconnect() {
            driver.reconnect();
        }

        @Override
        public void close() {
            driver.close();
            traffic.disconnected();
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
            traffic.disconnected();
            scheduler.disconnected(mesos);
        }

        @Override
        public void received(Mesos mesos, Event event) {
            traffic.received(event);
            scheduler.received(mesos, event);
        }
    }
}
