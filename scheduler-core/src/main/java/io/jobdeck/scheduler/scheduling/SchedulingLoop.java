package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.producer.QuartzCronSource;
import io.jobdeck.scheduler.registry.Epoch;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.TreeListener;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.mesos.v1.scheduler.Mesos;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.apache.mesos.v1.scheduler.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One term of leadership at work: the loop's thread, the Mesos driver and the crons. It starts with the whole registry
 * and ends for good with {@link #close}; the next term is a new one.
 */
public final class SchedulingLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchedulingLoop.class);

    private final EventLoop loop;
    private final LiveTree tree;
    private final TreeListener treeListener;
    private final QuartzCronSource crons;
    private final Scheduling scheduling;
    private final Function<Scheduler, Mesos> driverFactory;
    private final Object driverLock = new Object();
    private Mesos driver;
    private boolean closed;

    /**
     * @param epoch takes the writes of this term
     * @param tree the live registry; not closed with the loop
     * @param driverFactory makes the Mesos driver; it is closed with the loop if it can be
     * @param halt hears, on the loop's thread and once, that this term cannot go on; whoever hears it must let go of the
     *     lead and close the loop
     */
    public SchedulingLoop(SchedulingOptions options, Epoch epoch, LiveTree tree,
            Function<Scheduler, Mesos> driverFactory, Consumer<String> halt) {
        this.tree = tree;
        this.driverFactory = driverFactory;
        this.loop = new EventLoop("scheduling-loop", Clock.systemUTC());
        this.crons = new QuartzCronSource("crons-" + epoch.number() + "-" + System.identityHashCode(this),
                options.zone(), cron -> loop.post(() -> onCron(cron)));
        this.scheduling = new Scheduling(options, loop, new Scheduling.Outside(
                epoch, this::send, this::reconnect, crons, this::startDriver, halt));
        this.treeListener = event -> loop.post(() -> scheduling.onTree(event));
    }

    /** Starts everything; returns at once. */
    public void start() {
        loop.start(scheduling::settle);
        tree.listen(treeListener);
    }

    private void onCron(String cron) {
        scheduling.onCron(cron);
    }

    private void startDriver() {
        synchronized (driverLock) {
            if (!closed) {
                driver = driverFactory.apply(new Callbacks());
            }
        }
    }

    private void send(Call call) {
        synchronized (driverLock) {
            if (driver != null) {
                driver.send(call);
            }
        }
    }

    private void reconnect() {
        synchronized (driverLock) {
            if (driver != null) {
                driver.reconnect();
            }
        }
    }

    /** Stops the driver before anything else, then crons and loop; returns when all have stopped. */
    @Override
    public void close() {
        stopDriver();
        tree.unlisten(treeListener);
        crons.close();
        loop.close();
    }

    private void stopDriver() {
        Mesos stopped;
        synchronized (driverLock) {
            closed = true;
            stopped = driver;
            driver = null;
        }
        if (stopped instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.warn("the Mesos driver did not stop in order: {}", e.toString());
            }
        }
    }

    /** Brings the driver's callbacks onto the loop. */
    private final class Callbacks implements Scheduler {

        @Override
        public void connected(Mesos mesos) {
            loop.post(scheduling::onMesosConnected);
        }

        @Override
        public void disconnected(Mesos mesos) {
            loop.post(scheduling::onMesosDisconnected);
        }

        @Override
        public void received(Mesos mesos, Event event) {
            loop.post(() -> scheduling.onMesosEvent(event));
        }
    }
}
