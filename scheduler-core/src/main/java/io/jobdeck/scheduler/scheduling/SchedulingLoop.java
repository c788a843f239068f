package io.jobdeck.scheduler.scheduling;

import io.jobdeck.scheduler.mesos.MesosConnector;
import io.jobdeck.scheduler.mesos.MesosDriver;
import io.jobdeck.scheduler.producer.QuartzCronSource;
import io.jobdeck.scheduler.registry.Epoch;
import io.jobdeck.scheduler.registry.LiveTree;
import io.jobdeck.scheduler.registry.TreeListener;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.mesos.v1.Protos.Label;
import org.apache.mesos.v1.scheduler.Mesos;
import org.apache.mesos.v1.scheduler.Protos.Call;
import org.apache.mesos.v1.scheduler.Protos.Event;
import org.apache.mesos.v1.scheduler.Scheduler;

/**
 * One term of leadership at work: the loop's thread, the Mesos driver and the crons. It starts with the whole registry
 * and ends for good with {@link #close}; the next term is a new one.
 */
public final class SchedulingLoop implements AutoCloseable {

    private static final String EPOCH_LABEL = "jobdeck.epoch";

    private final Epoch epoch;
    private final EventLoop loop;
    private final LiveTree tree;
    private final TreeListener treeListener;
    private final QuartzCronSource crons;
    private final Scheduling scheduling;
    private final MesosConnector connector;
    private final Consumer<String> halt;
    private final Object driverLock = new Object();
    private MesosDriver driver;
    private boolean closed;

    /**
     * @param epoch takes the writes of this term
     * @param tree the live registry; not closed with the loop
     * @param connector opens the Mesos driver, which is closed with the loop
     * @param halt hears, on the loop's thread and once, that this term cannot go on; whoever hears it must let go of the
     *     lead and close the loop
     */
    public SchedulingLoop(SchedulingOptions options, Epoch epoch, LiveTree tree,
            MesosConnector connector, Consumer<String> halt) {
        this(options, epoch, tree, connector, halt, Instruments.NONE);
    }

    /**
     * The same, measured.
     *
     * @param instruments take what can be measured
     */
    public SchedulingLoop(SchedulingOptions options, Epoch epoch, LiveTree tree,
            MesosConnector connector, Consumer<String> halt, Instruments instruments) {
        this.epoch = epoch;
        this.tree = tree;
        this.connector = connector;
        this.halt = halt;
        this.loop = new EventLoop("scheduling-loop", Clock.systemUTC(), instruments);
        this.crons = new QuartzCronSource("crons-" + epoch.number() + "-" + System.identityHashCode(this),
                options.zone(), cron -> loop.post(() -> onCron(cron)), instruments::fired, instruments::missed);
        this.scheduling = new Scheduling(options, loop, new Scheduling.Outside(
                epoch, this::send, this::reconnect, crons, this::startDriver, halt, instruments));
        this.treeListener = event -> loop.post(() -> scheduling.onTree(event));
    }

    /** Starts everything; returns at once. */
    public void start() {
        loop.start(scheduling::settle, error -> halt.accept("the scheduling loop has ended: " + error));
        tree.listen(treeListener);
    }

    /** Launches nothing any more, while updates are still dealt with: the first step of an orderly end. */
    public void stopLaunching() {
        loop.post(scheduling::stopLaunching);
    }

    /** Counts what the loop holds, on its own thread; the answer does not come if the loop ends before. Safe on any thread. */
    public CompletableFuture<Census> census() {
        CompletableFuture<Census> census = new CompletableFuture<>();
        loop.post(() -> census.complete(scheduling.census()));
        return census;
    }

    /** Returns how long the oldest event has been waiting for the loop; more than seconds means that it hangs. */
    public Duration lag() {
        return loop.lag();
    }

    private void onCron(String cron) {
        scheduling.onCron(cron);
    }

    private void startDriver() {
        synchronized (driverLock) {
            if (!closed) {
                driver = connector.connect(new Callbacks(), (call, status, reason) ->
                        loop.post(() -> scheduling.onRejected(call, status, reason)));
            }
        }
    }

    /** A term that is known to be over says nothing more, even if its driver has not been stopped yet. */
    private void send(Call call) {
        synchronized (driverLock) {
            if (driver != null && !epoch.isOver()) {
                driver.send(call.getType() == Call.Type.SUBSCRIBE ? withEpoch(call) : call);
            }
        }
    }

    /** Mesos shows with the framework under which epoch it was subscribed, which tells leaders apart. */
    private Call withEpoch(Call subscribe) {
        Call.Builder call = subscribe.toBuilder();
        call.getSubscribeBuilder().getFrameworkInfoBuilder().getLabelsBuilder().addLabels(
                Label.newBuilder().setKey(EPOCH_LABEL).setValue(Integer.toString(epoch.number())));
        return call.build();
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
        MesosDriver stopped;
        synchronized (driverLock) {
            closed = true;
            stopped = driver;
            driver = null;
        }
        if (stopped != null) {
            stopped.close();
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
